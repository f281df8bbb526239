using System.Collections.Concurrent;
using System.Collections.Immutable;
using Itdr.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Itdr.Generators.Diagnostics;

/// <summary>Says what is wrong with the declarations of subtasks and fragments; it runs the generator's own parser.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SubtaskAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var declared = new ConcurrentBag<DeclaredSubtask>();
            start.RegisterSymbolAction(symbol => Analyze(symbol, declared), SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(AnalyzeForeign, SyntaxKind.AttributeList);
            start.RegisterCompilationEndAction(end => ReportDuplicates(end, declared));
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentBag<DeclaredSubtask> declared)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var attributes = type.GetAttributes();
        if (attributes.IsEmpty)
        {
            return;
        }

        var found = new List<Problem>();
        var problems = new Problems(found.Add);
        if (attributes.Find("SubtaskAttribute") is { } subtask)
        {
            SubtaskParser.Parse(type, subtask, context.Compilation, problems);
            declared.Add(new DeclaredSubtask(type, subtask));
        }

        if (attributes.Find("AnswerAttribute") is not null && type.ContainingType?.GetAttributes().Find("SubtaskAttribute") is null)
        {
            problems.Add(Descriptors.StrayAnswer, Place.Of(type), type.Name);
        }

        if (attributes.Find("FragmentAttribute") is not null)
        {
            FragmentParser.Check(type, ValueTypes.OwnFragments(type), context.Compilation, problems);
        }

        var locator = new PlaceLocator(context.Compilation, context.CancellationToken);
        foreach (var problem in found)
        {
            context.ReportDiagnostic(locator.Diagnose(problem));
        }
    }

    /// <summary>Checks the fragments that one attribute list gives to types of other assemblies.</summary>
    private static void AnalyzeForeign(SyntaxNodeAnalysisContext context)
    {
        var list = (AttributeListSyntax)context.Node;
        if (list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) != true)
        {
            return;
        }

        var found = new List<Problem>();
        var problems = new Problems(found.Add);
        var all = ForeignFragments.Of(context.Compilation);
        foreach (var (type, attribute) in all.Where(fragment => Stands(fragment.Attribute, list)))
        {
            FragmentParser.CheckForeign(type, attribute, [.. all.Where(fragment => SymbolEqualityComparer.Default.Equals(fragment.Type, type)).Select(fragment => fragment.Attribute)], context.Compilation, problems);
        }

        var locator = new PlaceLocator(context.Compilation, context.CancellationToken);
        foreach (var problem in found)
        {
            context.ReportDiagnostic(locator.Diagnose(problem));
        }

        bool Stands(AttributeData attribute, AttributeListSyntax inside) => attribute.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == inside.SyntaxTree && inside.Span.Contains(reference.Span);
    }

    private static void ReportDuplicates(CompilationAnalysisContext context, ConcurrentBag<DeclaredSubtask> declared)
    {
        var locator = new PlaceLocator(context.Compilation, context.CancellationToken);
        var subtasks = declared.OrderBy(subtask => subtask.Name, StringComparer.Ordinal).ToList();
        Report(Descriptors.DuplicateId, subtask => subtask.Attribute.FirstString(), subtask => Place.Of(subtask.Attribute, 0));
        Report(Descriptors.DuplicateMethod, subtask => subtask.Attribute.Named("Method") as string, subtask => Place.Of(subtask.Attribute, -1, "Method"));

        void Report(DiagnosticDescriptor descriptor, Func<DeclaredSubtask, string?> key, Func<DeclaredSubtask, Place> place)
        {
            foreach (var group in subtasks.Where(subtask => key(subtask) is not null).GroupBy(key).Where(group => group.Count() > 1))
            {
                foreach (var subtask in group)
                {
                    var other = group.First(candidate => candidate != subtask);
                    context.ReportDiagnostic(locator.Diagnose(new Problem(descriptor, place(subtask), [subtask.Name, other.Name, group.Key!])));
                }
            }
        }
    }

    private sealed record DeclaredSubtask(INamedTypeSymbol Type, AttributeData Attribute)
    {
        public string Name => Type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
    }
}
