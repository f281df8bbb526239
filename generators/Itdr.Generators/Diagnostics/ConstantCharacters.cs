using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Itdr.Generators.Diagnostics;

/// <summary>
/// Finds, for each character of a constant string, the source characters that it is written as: through concatenation
/// and through constants of this compilation. An interpolated string or a constant of another assembly has none.
/// </summary>
internal sealed class ConstantCharacters
{
    private const int DeepestNesting = 32;

    private readonly Compilation compilation;
    private readonly CancellationToken cancellationToken;
    private readonly List<(SyntaxTree Tree, TextSpan Span)> characters = [];

    private ConstantCharacters(Compilation compilation, CancellationToken cancellationToken)
    {
        this.compilation = compilation;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>The place in the source of some characters of an expression's value, or null if they have none.</summary>
    public static Location? Locate(ExpressionSyntax expression, int start, int length, Compilation compilation, CancellationToken cancellationToken)
    {
        var map = new ConstantCharacters(compilation, cancellationToken);
        if (!map.Add(expression, DeepestNesting) || start + length > map.characters.Count || length == 0)
        {
            return null;
        }

        var (first, last) = (map.characters[start], map.characters[start + length - 1]);
        return first.Tree == last.Tree && first.Span.Start <= last.Span.Start
            ? Location.Create(first.Tree, TextSpan.FromBounds(first.Span.Start, last.Span.End))
            : null;
    }

    private bool Add(ExpressionSyntax expression, int depth) => depth > 0 && expression switch
    {
        ParenthesizedExpressionSyntax inner => Add(inner.Expression, depth - 1),
        LiteralExpressionSyntax literal => AddLiteral(literal),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Add(sum.Left, depth - 1) && Add(sum.Right, depth - 1),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => AddConstant(expression, depth - 1),
        _ => false,
    };

    private bool AddLiteral(LiteralExpressionSyntax literal)
    {
        if (LiteralCharacters.Of(literal.Token) is not { } spans || spans.Count != literal.Token.ValueText.Length)
        {
            return false;
        }

        characters.AddRange(spans.Select(span => (literal.SyntaxTree, span)));
        return true;
    }

    private bool AddConstant(ExpressionSyntax expression, int depth)
    {
#pragma warning disable RS1030 // Only when a diagnostic is reported, for the file of its attribute or constant, which no action hands over.
        var symbol = compilation.GetSemanticModel(expression.SyntaxTree).GetSymbolInfo(expression, cancellationToken).Symbol;
#pragma warning restore RS1030
        return symbol is IFieldSymbol { IsConst: true, DeclaringSyntaxReferences: [var reference] }
            && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            && Add(value, depth);
    }
}
