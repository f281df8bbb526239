using System.Buffers;
using System.Text;

namespace Itdr.Inference;

/// <summary>A free text while it is drawn: which bytes may come next, and where it ends.</summary>
/// <param name="text">What the text may look like.</param>
/// <param name="lead">Spaces before the text that are drawn with it.</param>
internal sealed class TextDraft(TextConstraint text, string lead)
{
    /// <summary>What stands for a character that is not whole.</summary>
    private const char Incomplete = '\uFFFD';

    private byte[] bytes = [];

    public bool HasEnded { get; private set; }

    /// <summary>The text drawn so far, without the lead and without what ended it.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The front of <see cref="Value"/> that stays as it is whatever is drawn next: without what may begin the text's end, spaces that may be taken off, or half a character.</summary>
    public string Certain
    {
        get
        {
            var certain = HasEnded ? Value : Value.TrimEnd(Incomplete);
            for (var index = 0; !HasEnded && index < certain.Length; index++)
            {
                if (MayBeginEnd(certain.AsSpan(index)))
                {
                    certain = certain[..index];
                }
            }

            return text.IsTrimmed ? certain.TrimEnd() : certain;
        }
    }

    /// <summary>What the model wrote after the text.</summary>
    public Opening Ending { get; private set; } = Opening.Unknown;

    /// <summary>Whether the model may end its turn here.</summary>
    public bool MayEnd => text.EndsBefore.AtEnd && bytes.Length >= lead.Length && IsWhole && (!text.NeedsText || Value.AsSpan().Trim().Length > 0) && !(text.StaysOnLine && Value.AsSpan().IndexOfAny('\r', '\n') >= 0);

    /// <summary>Whether the bytes so far end with a whole character.</summary>
    private bool IsWhole => !Value.EndsWith(Incomplete);

    /// <summary>Adds the bytes of a token, unless the text cannot go on with them.</summary>
    public bool TryAdd(ReadOnlySpan<byte> more)
    {
        byte[] longer = [.. bytes, .. more];
        if (!CanBecomeText(longer))
        {
            return false;
        }

        var drawn = Encoding.UTF8.GetString(longer);
        var isInLead = drawn.Length < lead.Length;
        if (!(isInLead ? lead.StartsWith(drawn, StringComparison.Ordinal) : drawn.StartsWith(lead, StringComparison.Ordinal)))
        {
            return false;
        }

        var value = isInLead ? "" : drawn[lead.Length..];
        if (text.IsTrimmed && value.Length > 0 && char.IsWhiteSpace(value[0]))
        {
            return false;
        }

        var (end, ending) = FindEnd(value);
        if (text.StaysOnLine && !IsOnLine(value.AsSpan(0, end), ending is null))
        {
            return false;
        }

        if (ending is not null && text.NeedsText && value.AsSpan(0, end).Trim().IsEmpty)
        {
            return false;
        }

        bytes = longer;
        Value = ending is null ? value : Trimmed(value[..end]);
        Ending = new Opening(ending ?? "");
        HasEnded = ending is not null;
        return true;
    }

    /// <summary>Ends the text with the model's turn.</summary>
    public void End()
    {
        Value = Trimmed(Value);
        Ending = Opening.End;
        HasEnded = true;
    }

    /// <summary>Whether bytes are UTF-8, perhaps with the last character still incomplete.</summary>
    private static bool CanBecomeText(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status != OperationStatus.Done)
            {
                return status == OperationStatus.NeedMoreData;
            }

            bytes = bytes[length..];
        }

        return true;
    }

    /// <summary>Whether a text has no line break but one that may begin what ends it.</summary>
    private bool IsOnLine(ReadOnlySpan<char> value, bool mayEndLater)
    {
        var at = value.IndexOfAny('\r', '\n');
        if (at < 0 || !mayEndLater)
        {
            return at < 0;
        }

        return MayBeginEnd(value[at..]);
    }

    /// <summary>Whether what ends the text may begin with a text.</summary>
    private bool MayBeginEnd(ReadOnlySpan<char> value)
    {
        foreach (var literal in text.EndsBefore.Literals)
        {
            if (literal.AsSpan().StartsWith(value))
            {
                return true;
            }
        }

        return false;
    }

    private string Trimmed(string value) => text.IsTrimmed ? value.Trim() : value;

    private (int Index, string? Literal) FindEnd(string value)
    {
        var first = value.Length;
        string? found = null;
        foreach (var literal in text.EndsBefore.Literals)
        {
            var index = value.IndexOf(literal, StringComparison.Ordinal);
            if (index >= 0 && index < first)
            {
                (first, found) = (index, literal);
            }
        }

        return (first, found);
    }
}
