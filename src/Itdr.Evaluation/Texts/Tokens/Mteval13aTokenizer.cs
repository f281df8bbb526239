using System.Buffers;

namespace Itdr.Evaluation;

/// <summary>
/// mteval-v13a as sacrebleu has it: a few marks are dropped or decoded, then four substitutions set punctuation apart,
/// one after the other, each from left to right without overlap, then tokens are what white space divides.
/// </summary>
internal sealed class Mteval13aTokenizer : Tokenizer
{
    public override string Name => "13a";

    internal override void Tokenize(ReadOnlySpan<char> text, TokenList tokens)
    {
        var end = text.Length;
        while (end > 0 && PythonWhiteSpace.Is(text[end - 1]))
        {
            end--;
        }

        var line = Decode(text[..end].ToString());
        if (line.Length == 0)
        {
            return;
        }

        // A symbol becomes three characters; a stop at most five, by two substitutions; a dash three.
        var size = checked((line.Length + 2) * 6);
        var from = ArrayPool<char>.Shared.Rent(size);
        var to = ArrayPool<char>.Shared.Rent(size);
        var length = SetSymbolsApart($" {line} ", from);
        length = SetStopsApartAfterNonDigits(from.AsSpan(0, length), to);
        length = SetStopsApartBeforeNonDigits(to.AsSpan(0, length), from);
        length = SetDashesApartAfterDigits(from.AsSpan(0, length), to);
        PythonWhiteSpace.Split(to.AsSpan(0, length), tokens);
        ArrayPool<char>.Shared.Return(from);
        ArrayPool<char>.Shared.Return(to);
    }

    private static string Decode(string line)
    {
        line = line.Replace("<skipped>", "", StringComparison.Ordinal)
            .Replace("-\n", "", StringComparison.Ordinal)
            .Replace('\n', ' ');
        return !line.Contains('&')
            ? line
            : line.Replace("&quot;", "\"", StringComparison.Ordinal)
                .Replace("&amp;", "&", StringComparison.Ordinal)
                .Replace("&lt;", "<", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal);
    }

    /// <summary>ASCII punctuation but the apostrophe, the comma, the dash and the full stop.</summary>
    private static bool IsSymbol(char character) =>
        character is (>= '{' and <= '~') or (>= '[' and <= '`') or (>= ' ' and <= '&') or (>= '(' and <= '+') or (>= ':' and <= '@') or '/';

    private static bool IsStop(char character) => character is '.' or ',';

    private static int SetSymbolsApart(ReadOnlySpan<char> line, Span<char> result)
    {
        var length = 0;
        foreach (var character in line)
        {
            if (IsSymbol(character))
            {
                result[length++] = ' ';
                result[length++] = character;
                result[length++] = ' ';
            }
            else
            {
                result[length++] = character;
            }
        }

        return length;
    }

    private static int SetStopsApartAfterNonDigits(ReadOnlySpan<char> line, Span<char> result)
    {
        var length = 0;
        for (var index = 0; index < line.Length; index++)
        {
            result[length++] = line[index];
            if (!char.IsAsciiDigit(line[index]) && index + 1 < line.Length && IsStop(line[index + 1]))
            {
                result[length++] = ' ';
                result[length++] = line[++index];
                result[length++] = ' ';
            }
        }

        return length;
    }

    private static int SetStopsApartBeforeNonDigits(ReadOnlySpan<char> line, Span<char> result)
    {
        var length = 0;
        for (var index = 0; index < line.Length; index++)
        {
            if (IsStop(line[index]) && index + 1 < line.Length && !char.IsAsciiDigit(line[index + 1]))
            {
                result[length++] = ' ';
                result[length++] = line[index++];
                result[length++] = ' ';
            }

            result[length++] = line[index];
        }

        return length;
    }

    private static int SetDashesApartAfterDigits(ReadOnlySpan<char> line, Span<char> result)
    {
        var length = 0;
        for (var index = 0; index < line.Length; index++)
        {
            result[length++] = line[index];
            if (char.IsAsciiDigit(line[index]) && index + 1 < line.Length && line[index + 1] == '-')
            {
                result[length++] = ' ';
                result[length++] = line[++index];
                result[length++] = ' ';
            }
        }

        return length;
    }
}
