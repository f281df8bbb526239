using System.Text.RegularExpressions;
using Itdr.Generators.Diagnostics;
using Itdr.Generators.Emission;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Generators.Parsing;

/// <summary>Reads a declaration into a model, and says what is wrong with it. The generator and the analyzers share it.</summary>
internal sealed class SubtaskParser
{
    private static readonly Regex IdPattern = new("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant);
    private static readonly string[] RootTasks = ["None", "UserItemInteraction", "UserItemUnderstanding"];

    private readonly INamedTypeSymbol type;
    private readonly AttributeData subtask;
    private readonly ParseScope scope;
    private readonly FragmentTable fragments;

    private SubtaskParser(INamedTypeSymbol type, AttributeData subtask, Compilation compilation, Problems problems)
    {
        this.type = type;
        this.subtask = subtask;
        var taken = type.GetMembers().Select(member => member.Name).Concat(DeclarationRules.GeneratedNames);
        scope = new ParseScope(type, compilation, problems, new UniqueNames(taken));
        fragments = new FragmentTable(scope);
    }

    private Problems Problems => scope.Problems;

    /// <summary>The model of a declaration, or null if it has an error.</summary>
    public static SubtaskModel? Parse(INamedTypeSymbol type, AttributeData subtask, Compilation compilation, Problems problems) =>
        new SubtaskParser(type, subtask, compilation, problems).Run();

    private SubtaskModel? Run()
    {
        if (!DeclarationRules.IsSupported(type, scope))
        {
            return null;
        }

        CheckNames();
        ListRules.Check(type, scope);
        var instruction = Instruction();
        var prompts = Prompts();
        var answer = Answer();
        var json = Json(out var objects);
        return Problems.HasErrors || answer is null || json is null ? null : new SubtaskModel(
            DeclarationRules.Hierarchy(type),
            subtask.FirstString()!,
            subtask.Named("Version") is int version ? version : 1,
            RootTasks[subtask.Named("RootTask") is int root && root >= 0 && root < RootTasks.Length ? root : 0],
            subtask.Named("Method") as string,
            instruction,
            prompts,
            answer,
            fragments.Models,
            json,
            objects.Models,
            scope.Sets.Models,
            EqualityReader.Read(type),
            TakenNames.Of(type, Answers().Single(), GeneratedMembers(), scope.Compilation));
    }

    private void CheckNames()
    {
        if (!IdPattern.IsMatch(subtask.FirstString() ?? ""))
        {
            Problems.Add(Descriptors.BadName, Place.Of(subtask, 0), $"The id \"{subtask.FirstString()}\" must be lower-case words joined by '-', as in \"top-k\"");
        }

        if (subtask.Named("Method") is string method && !SyntaxFacts.IsValidIdentifier(method))
        {
            Problems.Add(Descriptors.BadName, Place.Of(subtask, -1, "Method"), $"The method \"{method}\" must be an identifier; 'Async' is added to it");
        }

        if (subtask.Named("Version") is int version and < 1)
        {
            Problems.Add(Descriptors.BadVersion, Place.Of(subtask, -1, "Version"), version);
        }

        foreach (var member in type.GetMembers().Where(member => !member.IsImplicitlyDeclared && DeclarationRules.GeneratedNames.Contains(member.Name)))
        {
            Problems.Add(Descriptors.ReservedName, Place.Of(member), member.Name, type.Name);
        }
    }

    private string Instruction()
    {
        var attribute = type.GetAttributes().Find("InstructionAttribute");
        if (string.IsNullOrWhiteSpace(attribute?.FirstString()))
        {
            Problems.Add(Descriptors.NoInstruction, attribute is null ? Place.Of(type) : Place.Of(attribute, 0), type.Name);
        }

        return SymbolNames.WithLineFeeds(attribute?.FirstString() ?? "");
    }

    private EquatableArray<PromptModel> Prompts()
    {
        var attributes = type.GetAttributes().Where(attribute => attribute.Is("PromptAttribute")).ToList();
        if (attributes.Count == 0)
        {
            Problems.Add(Descriptors.NoPrompt, Place.Of(type), type.Name);
        }

        var prompts = new List<PromptModel>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var variants = new HashSet<string>(StringComparer.Ordinal);
        var errorsBefore = Problems.ErrorCount;
        foreach (var attribute in attributes)
        {
            var variant = attribute.Named("Variant") as string;
            if (!variants.Add(variant ?? ""))
            {
                var place = variant is null ? Place.Of(attribute, 0) : Place.Of(attribute, -1, "Variant");
                Problems.Add(Descriptors.DuplicateVariant, place, variant is null ? "Two prompts have no Variant; name one of them" : $"Two prompts have the variant \"{variant}\"");
            }

            if (Template.Read(attribute, Problems) is { } template)
            {
                var binder = new TextBinder(scope, type, fragments, attribute);
                var body = binder.Bind(template.Parts);
                prompts.Add(new PromptModel(variant, template.Text, binder.Placeholders, body, scope.Names.Take($"Write{SymbolNames.PascalCase(variant ?? "default")}Prompt")));
                used.UnionWith(binder.Used);
            }
        }

        // A template with an error may miss a property only because of it.
        if (Problems.ErrorCount == errorsBefore && prompts.Count > 0)
        {
            ReportUnused(used);
        }

        return prompts.ToEquatableArray();
    }

    private void ReportUnused(HashSet<string> used)
    {
        foreach (var member in Construction.Of(type, scope)?.All ?? [])
        {
            if (!used.Contains(member.Name) && member.Attributes.Find("NotRenderedAttribute") is null)
            {
                Problems.Add(Descriptors.UnusedProperty, Place.Of(member.Property), member.Name);
            }
        }
    }

    private List<INamedTypeSymbol> Answers() =>
        [.. type.GetTypeMembers().Where(nested => nested.GetAttributes().Find("AnswerAttribute") is not null)];

    /// <summary>The members that are generated, of the subtask and of the classes in it.</summary>
    private IEnumerable<string> GeneratedMembers() =>
        scope.Names.Taken.Concat(scope.Sets.Models.Select(set => set.Field)).Concat(LayoutFields.Names);

    private AnswerModel? Answer()
    {
        var answers = Answers();
        if (answers.Count != 1)
        {
            var (descriptor, place) = answers.Count == 0 ? (Descriptors.NoAnswer, type) : (Descriptors.SeveralAnswers, answers[1]);
            Problems.Add(descriptor, Place.Of(place), type.Name);
            return null;
        }

        if (DeclarationRules.IsPublic(type) && !DeclarationRules.IsPublic(answers[0]))
        {
            Problems.Add(Descriptors.UnsupportedDeclaration, Place.Of(answers[0]), $"'{answers[0].Name}' must be public, because '{type.Name}' is");
            return null;
        }

        return AnswerParser.Parse(answers[0], answers[0].GetAttributes().Find("AnswerAttribute")!, scope, fragments);
    }

    /// <summary>Why a type with a fragment cannot be read from an instance file, or null for one without.</summary>
    private string? NotMade(ITypeSymbol refused)
    {
        if (scope.Fragments(refused).Count == 0)
        {
            return null;
        }

        var reason = ObjectTable.IsSystem(refused)
            ? "it is a type of .NET, and what such a type is made from is not known to be what its properties show"
            : "no constructor and no setter makes one from its public properties";
        return $", because {reason}; copy what the prompt needs into a record of your own";
    }

    private ObjectModel? Json(out ObjectTable objects)
    {
        objects = new ObjectTable(scope);
        if (Construction.Of(type, scope) is not { } construction)
        {
            Problems.Add(Descriptors.CannotBeSet, Place.Of(type), $"'{type.Name}' has no constructor that takes properties only, by their names and types");
            return null;
        }

        construction.CheckFields(Problems);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic))
        {
            if (field.AssociatedSymbol is IPropertySymbol property && !construction.All.Any(member => SymbolEqualityComparer.Default.Equals(member.Property, property)))
            {
                Problems.Add(Descriptors.CannotBeSet, Place.Of(property), $"'{property.Name}' holds a value that neither a constructor nor a setter can give it; add 'init', or compute it");
            }
        }

        var fields = objects.Fields(construction, (member, refused) => Problems.Add(
            Descriptors.NotRenderable, Place.Of(member.Property), $"'{member.Name}' needs {refused.Shown()}, which cannot be kept in an instance file{DateFormats.Refusal(refused) ?? NotMade(refused) ?? "; use a string, a number, a date, a bool, an enum, a record of these, or a list of these"}"));
        return new ObjectModel(type.Code(), type.Name, fields, construction.Model);
    }
}
