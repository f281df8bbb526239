using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Itdr.Generators.Diagnostics;

/// <summary>
/// Finds, for each character of a constant string, the source characters that it is written as: through concatenation
/// and through constants of this compilation. Every character of another operand, as an interpolated string, a
/// <c>nameof</c> or a constant of another assembly, is written as that operand.
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

    /// <summary>Adds the characters of an expression; a sum of many operands nests to the left, so it is walked in a loop.</summary>
    private bool Add(ExpressionSyntax expression, int depth)
    {
        var rights = new Stack<ExpressionSyntax>();
        while (expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
        {
            rights.Push(sum.Right);
            expression = sum.Left;
        }

        var isKnown = AddOperand(expression, depth);
        while (isKnown && rights.Count > 0)
        {
            isKnown = AddOperand(rights.Pop(), depth);
        }

        return isKnown;
    }

    private bool AddOperand(ExpressionSyntax operand, int depth)
    {
        var before = characters.Count;
        var isKnown = depth > 0 && operand switch
        {
            ParenthesizedExpressionSyntax inner => Add(inner.Expression, depth - 1),
            LiteralExpressionSyntax literal => AddLiteral(literal),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => AddConstant(operand, depth - 1),
            _ => false,
        };
        if (isKnown)
        {
            return true;
        }

        characters.RemoveRange(before, characters.Count - before);
        var value = Semantics(operand).GetConstantValue(operand, cancellationToken);
        characters.AddRange(Enumerable.Repeat((operand.SyntaxTree, operand.Span), (value.Value as string)?.Length ?? 0));
        return value.HasValue;
    }

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
        var symbol = Semantics(expression).GetSymbolInfo(expression, cancellationToken).Symbol;
        return symbol is IFieldSymbol { IsConst: true, DeclaringSyntaxReferences: [var reference] }
            && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            && Add(value, depth);
    }

#pragma warning disable RS1030 // Only when a diagnostic is reported, for the file of its attribute or constant, which no action hands over.
    private SemanticModel Semantics(ExpressionSyntax expression) => compilation.GetSemanticModel(expression.SyntaxTree);
#pragma warning restore RS1030
}
