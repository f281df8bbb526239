using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Itdr.Generators.Diagnostics;
using Itdr.Generators.Emission;
using Itdr.Generators.Model;
using Itdr.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Itdr.Generators;

/// <summary>
/// Compiles each declaration into the members that must agree with it, and all of an assembly into a catalog.
/// A declaration with an error generates nothing; the analyzers say why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SubtaskGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var subtasks = context.SyntaxProvider
            .ForAttributeWithMetadataName("Itdr.SubtaskAttribute", static (node, _) => node is TypeDeclarationSyntax, static (found, _) => Parse(found))
            .WithTrackingName(TrackingNames.Declarations)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Subtasks);
        var twins = subtasks.Select(static (model, _) => SubtaskEmitter.Name(model)).Collect().Select(static (names, _) => SubtaskEmitter.Twins(names));
        context.RegisterSourceOutput(subtasks.Combine(twins), static (output, found) =>
            output.AddSource(SubtaskEmitter.FileName(found.Left, found.Right), Text(() => SubtaskEmitter.Emit(found.Left))));

        var rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) ? name : null)
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName))
            .Select(static (names, _) => Namespace(names.Left, names.Right))
            .WithTrackingName(TrackingNames.RootNamespace);
        var catalog = subtasks
            .Select(static (model, _) => new CatalogEntry(model.Id, model.Hierarchy.FullName))
            .WithTrackingName(TrackingNames.CatalogEntries)
            .Collect()
            .Combine(rootNamespace)
            .Select(static (found, _) => Catalog(found.Left, found.Right))
            .WithTrackingName(TrackingNames.Catalog);
        context.RegisterSourceOutput(catalog, static (output, model) =>
        {
            if (model.Entries.Count > 0)
            {
                output.AddSource(CatalogEmitter.FileName, Text(() => CatalogEmitter.Emit(model)));
            }
        });
    }

    private static SubtaskModel? Parse(GeneratorAttributeSyntaxContext found) =>
        Invariant(() => SubtaskParser.Parse((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], found.SemanticModel.Compilation, new Problems()));

    private static CatalogModel Catalog(ImmutableArray<CatalogEntry> entries, string rootNamespace) => new(
        rootNamespace,
        entries.OrderBy(entry => entry.Id, StringComparer.Ordinal).ThenBy(entry => entry.TypeName, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>The root namespace, or the assembly's name made one.</summary>
    private static string Namespace(string? rootNamespace, string? assembly) => string.Join(
        ".",
        (string.IsNullOrWhiteSpace(rootNamespace) ? assembly ?? "" : rootNamespace!)
            .Split('.')
            .Where(part => part.Length > 0)
            .Select(part => new string([.. part.Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_')]))
            .Select(part => SyntaxFacts.IsIdentifierStartCharacter(part[0]) ? SymbolNames.Identifier(part) : "_" + part));

    private static SourceText Text(Func<string> emit) => SourceText.From(Invariant(emit), Encoding.UTF8);

    /// <summary>Runs a step in the invariant culture: some cultures write a minus that is not one in code.</summary>
    private static T Invariant<T>(Func<T> step)
    {
#pragma warning disable RS1035 // No message depends on it; it is set for one step and put back.
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return step();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
#pragma warning restore RS1035
    }
}
