using System.Collections.Immutable;
using System.Composition;
using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Itdr.Generators.CodeFixes;

/// <summary>Marks a property that no prompt names as one that the model is not to read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddNotRenderedFix)), Shared]
public sealed class AddNotRenderedFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.UnusedProperty.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var node = root?.FindToken(context.Span.Start).Parent;
        if (node is not (ParameterSyntax or PropertyDeclarationSyntax))
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create("Mark with [NotRendered]", cancel => FixAsync(context.Document, node, cancel), nameof(AddNotRenderedFix)),
            context.Diagnostics);
    }

    private static async Task<Document> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var isImported = model!.LookupNamespacesAndTypes(node.SpanStart, name: "NotRenderedAttribute").Any(IsOurs);
        var attribute = isImported ? "[NotRendered]" : "[Itdr.NotRendered]";
        return document.WithText(text.WithChanges(new TextChange(new TextSpan(node.SpanStart, 0), attribute + Between(text, node))));
    }

    /// <summary>What stands between the attribute and the property: a declared property gets a line for it if it starts one.</summary>
    private static string Between(SourceText text, SyntaxNode node)
    {
        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, node.SpanStart));
        return node is PropertyDeclarationSyntax && string.IsNullOrWhiteSpace(before)
            ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) + before
            : " ";
    }

    private static bool IsOurs(ISymbol symbol) => symbol.ContainingNamespace is { Name: "Itdr", ContainingNamespace.IsGlobalNamespace: true };
}
