using System.Buffers;
using System.Text;

namespace Itdr.Datasets.Sources.BookCrossing;

/// <summary>
/// Repairs the titles of BookCrossing, whose letters were put into UTF-8 and taken for Latin-1, at times twice and with a byte
/// lost to a question mark on the way. A text that has none of this stays as it is.
/// </summary>
internal static class Mojibake
{
    private const int MostBytesOfALetter = 4;

    /// <summary>What is left of a letter that was put into UTF-8 twice: <c>Ã?Â</c>, and then the letter, 0x40 too low.</summary>
    private const string TwiceEncoded = "\u00C3?\u00C2";

    private const int LostBySecondEncoding = 0x40;

    /// <summary>Repairs a text.</summary>
    public static string Repair(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u00C2', '\u00F4'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            index += TakeLetter(text.AsSpan(index), result);
        }

        return result.ToString();
    }

    private static int TakeLetter(ReadOnlySpan<char> text, StringBuilder result)
    {
        if (text.StartsWith(TwiceEncoded) && text.Length > TwiceEncoded.Length && text[TwiceEncoded.Length] is var last and ('?' or >= '\u0080' and <= '\u00BF'))
        {
            // Where the last byte is lost as well nobody can tell which letter it was.
            result.Append(last == '?' ? '?' : (char)(last + LostBySecondEncoding));
            return TwiceEncoded.Length + 1;
        }

        Span<byte> bytes = stackalloc byte[MostBytesOfALetter];
        var count = 0;
        while (count < Math.Min(text.Length, MostBytesOfALetter) && text[count] <= '\u00FF')
        {
            bytes[count] = (byte)text[count];
            count++;
        }

        if (Rune.DecodeFromUtf8(bytes[..count], out var letter, out var used) == OperationStatus.Done && used > 1)
        {
            result.Append(letter);
            return used;
        }

        result.Append(text[0]);
        return 1;
    }
}
