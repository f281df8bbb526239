using System.Collections.Immutable;
using System.Composition;
using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Itdr.Generators.CodeFixes;

/// <summary>
/// Takes the name that a diagnostic asks about with "did you mean": of a placeholder, of its format, or of the property
/// that [RankedFrom], [ChosenFrom] or [OnScale] refers to.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseMeantNameFix)), Shared]
public sealed class UseMeantNameFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.UnknownPlaceholder.Id, Descriptors.BadFormat.Id, Descriptors.BadSource.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null
                && diagnostic.Properties.TryGetValue(Problem.MeantProperty, out var meant) && meant is not null
                && Change(root, diagnostic.Location.SourceSpan, meant) is { } change)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Change to '{meant}'", cancel => context.Document.WithChangeAsync(change, cancel), $"{nameof(UseMeantNameFix)}:{meant}"),
                    diagnostic);
            }
        }
    }

    /// <summary>
    /// The change that writes the name, or null where the name has no characters of its own, as in an interpolated
    /// template: there the diagnostic marks the whole argument.
    /// </summary>
    private static TextChange? Change(SyntaxNode root, TextSpan span, string meant)
    {
        var token = root.FindToken(span.Start);
        if (IsStringLiteral(token) && token.Span.Contains(span) && token.Span != span)
        {
            return new TextChange(span, meant);
        }

        // The argument of [RankedFrom] and its like is a name as a whole, and a template never is.
        var isReference = token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && IsReference(attribute);
        return isReference ? new TextChange(span, $"nameof({Identifier(meant)})") : null;
    }

    private static bool IsStringLiteral(SyntaxToken token) => token.Kind() is
        SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;

    private static bool IsReference(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name is "RankedFrom" or "RankedFromAttribute" or "ChosenFrom" or "ChosenFromAttribute" or "OnScale" or "OnScaleAttribute";
    }

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
