using System.Collections.Immutable;
using System.Composition;
using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Itdr.Generators.CodeFixes;

/// <summary>Writes <c>partial</c> before the keyword of a type that generated code adds members to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.NotPartial.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span) is not TypeDeclarationSyntax declaration)
        {
            return;
        }

        // 'partial' is the last modifier, so it stands right before 'record', 'class', 'struct' or 'interface'.
        var change = new TextChange(new TextSpan(declaration.Keyword.SpanStart, 0), "partial ");
        context.RegisterCodeFix(
            CodeAction.Create($"Make '{declaration.Identifier.ValueText}' partial", cancel => context.Document.WithChangeAsync(change, cancel), nameof(MakePartialFix)),
            context.Diagnostics);
    }
}
