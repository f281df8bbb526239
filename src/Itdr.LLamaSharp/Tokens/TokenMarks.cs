using System.Buffers;
using System.Text;
using LLama;
using LLama.Native;

namespace Itdr.LLamaSharp.Tokens;

/// <summary>
/// Marks such as <c>&lt;/think&gt;</c> and <c>&lt;tool_call&gt;</c> that a model's file lists as tokens of its user, not as
/// control tokens. llama.cpp finds those in plain text too, whatever it is told, so a value that holds one would speak
/// for the model; cut behind its first character, a mark is spelled like any other text.
/// </summary>
internal sealed class TokenMarks
{
    private readonly SearchValues<string> marks;
    private readonly int count;

    public TokenMarks(LLamaWeights weights, VocabularyBytes bytes)
    {
        var found = new List<string>();
        for (var index = 0; index < bytes.Count; index++)
        {
            LLamaToken token = index;
            if (token.GetAttributes(weights.Vocab).HasFlag(LLamaTokenAttr.UserDefined) && Encoding.UTF8.GetString(bytes.Of(index)) is var text && IsMark(text))
            {
                found.Add(text);
            }
        }

        count = found.Count;
        marks = SearchValues.Create([.. found], StringComparison.Ordinal);
    }

    /// <summary>Cuts a text so that no piece holds a mark.</summary>
    public IEnumerable<string> Cut(string text)
    {
        var start = 0;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            yield return text[start..(at + 1)];
            start = at + 1;
        }

        yield return text[start..];
    }

    private int Next(string text, int from)
    {
        var at = count == 0 ? -1 : text.AsSpan(from).IndexOfAny(marks);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>Whether a token's text has the look of control text; runs of spaces and the like, which files list too, stay whole.</summary>
    private static bool IsMark(string text) =>
        text.Length > 2 && (text[0], text[^1]) is ('<', '>') or ('[', ']') && text.AsSpan(1, text.Length - 2).ContainsAnyExcept('<', '>', ' ');
}
