using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Itdr.Generators.Diagnostics;

/// <summary>Finds, for each character of a string literal's value, the characters of the source that it is written as.</summary>
internal static class LiteralCharacters
{
    /// <summary>The span of each character of a literal's value, or null for a kind of literal that is not known.</summary>
    public static List<TextSpan>? Of(SyntaxToken token)
    {
        var text = token.Text;
        var spans = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when text.StartsWith("@\"", StringComparison.Ordinal) => Verbatim(text),
            SyntaxKind.StringLiteralToken => Regular(text),
            SyntaxKind.SingleLineRawStringLiteralToken => SingleLineRaw(text),
            SyntaxKind.MultiLineRawStringLiteralToken => MultiLineRaw(text),
            _ => null,
        };
        return spans?.ConvertAll(span => new TextSpan(token.SpanStart + span.Start, span.Length));
    }

    private static List<TextSpan> Verbatim(string text)
    {
        var spans = new List<TextSpan>();
        for (var position = 2; position < text.Length - 1; position += spans[spans.Count - 1].Length)
        {
            // A quote inside the literal is written twice.
            spans.Add(new TextSpan(position, text[position] == '"' ? 2 : 1));
        }

        return spans;
    }

    private static List<TextSpan> Regular(string text)
    {
        var spans = new List<TextSpan>();
        for (var position = 1; position < text.Length - 1;)
        {
            var length = text[position] == '\\' ? EscapeLength(text, position) : 1;
            var span = new TextSpan(position, length);
            spans.Add(span);
            if (length == 10 && int.Parse(text.Substring(position + 2, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture) > char.MaxValue)
            {
                // Two UTF-16 code units, written as one escape.
                spans.Add(span);
            }

            position += length;
        }

        return spans;
    }

    private static int EscapeLength(string text, int position)
    {
        switch (text[position + 1])
        {
            case 'u':
                return 6;
            case 'U':
                return 10;
            case 'x':
                var end = position + 2;
                while (end < position + 6 && Uri.IsHexDigit(text[end]))
                {
                    end++;
                }

                return end - position;
            default:
                return 2;
        }
    }

    private static List<TextSpan> SingleLineRaw(string text)
    {
        var quotes = Quotes(text);
        return [.. Enumerable.Range(quotes, text.Length - (2 * quotes)).Select(position => new TextSpan(position, 1))];
    }

    private static List<TextSpan> MultiLineRaw(string text)
    {
        // The first line holds only the quotes, the last one the indentation of all lines and the quotes.
        var lines = Lines(text);
        var indentation = lines[lines.Count - 1].Text.Length - Quotes(text);
        var spans = new List<TextSpan>();
        for (var index = 1; index < lines.Count - 1; index++)
        {
            var (start, line, lineBreak) = lines[index];
            var skipped = Math.Min(indentation, line.Length);
            var end = start + line.Length + (index < lines.Count - 2 ? lineBreak : 0);
            for (var position = start + skipped; position < end; position++)
            {
                spans.Add(new TextSpan(position, 1));
            }
        }

        return spans;
    }

    private static List<(int Start, string Text, int Break)> Lines(string text)
    {
        var lines = new List<(int, string, int)>();
        var start = 0;
        for (var position = 0; position < text.Length; position++)
        {
            if (text[position] is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029')
            {
                var length = text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1;
                lines.Add((start, text.Substring(start, position - start), length));
                position += length - 1;
                start = position + 1;
            }
        }

        lines.Add((start, text.Substring(start), 0));
        return lines;
    }

    private static int Quotes(string text) => text.Length - text.TrimStart('"').Length;
}
