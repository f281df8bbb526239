using System.Text;

namespace Itdr.Inference;

/// <summary>
/// The text of an answer as it grows, and its tokens in the trunk. The end of the text waits to be tokenized
/// together with what follows it; tokens that a choice left beyond the settled ones are kept if they turn out to be
/// the ones that the text needs.
/// </summary>
internal sealed class AnswerText
{
    private readonly Trunk trunk;
    private readonly Action<string>? hear;
    private readonly StringBuilder text = new();
    private int heard;
    private int settled;
    private string ahead = "";
    private bool endsAhead;

    /// <summary>An empty answer.</summary>
    /// <param name="lane">Where its tokens stand, after what the trunk holds.</param>
    /// <param name="hear">Is told each part of the text that will not change any more; null for nobody.</param>
    public AnswerText(Lane lane, Action<string>? hear)
    {
        trunk = lane.Trunk;
        this.hear = hear;
        Tokens = new TextTokens(lane.Engine);
        settled = trunk.Count;
    }

    public TextTokens Tokens { get; }

    /// <summary>The end of the text that has no settled tokens yet.</summary>
    public string Carry { get; private set; } = "";

    public bool IsEmpty => text.Length == 0;

    /// <summary>Adds text that is fixed, and takes it off what is known to come.</summary>
    public void Write(string more)
    {
        WriteSettled(more);
        Carry += more;
        ahead = ahead.StartsWith(more, StringComparison.Ordinal) ? ahead[more.Length..] : "";
    }

    /// <summary>Settles the tokens of the front of <see cref="Carry"/>, so that something can be chosen after it.</summary>
    /// <returns>What is to be tokenized together with what follows.</returns>
    public string Settle()
    {
        var (head, lead) = TextSeam.Split(Carry);
        Splice(Tokens.Exact(head));
        Carry = lead;
        return lead;
    }

    /// <summary>Settles all of <see cref="Carry"/> but spaces at its end.</summary>
    /// <returns>The spaces.</returns>
    public string SettleButSpaces()
    {
        var head = Carry.TrimEnd(' ');
        var lead = Carry[head.Length..];
        Splice(Tokens.Exact(head));
        Carry = lead;
        return lead;
    }

    /// <summary>Takes over tokens up to a place in the trunk: they spell the text but for what is carried.</summary>
    public void SettleUpTo(int count, string carry)
    {
        settled = count;
        Carry = carry;
    }

    /// <summary>Adds text without carrying it, because <see cref="SettleUpTo"/> says how it stands in the trunk.</summary>
    public void WriteSettled(string more)
    {
        text.Append(more);
        Tell(text.ToString(heard, text.Length - heard));
    }

    /// <summary>Tells the front of a part that is not whole yet and is written later.</summary>
    /// <param name="front">What will not change any more; it begins with what was told of the part before.</param>
    public void Foretell(string front)
    {
        if (text.Length + front.Length > heard)
        {
            Tell(front[(heard - text.Length)..]);
        }
    }

    /// <summary>Remembers what the model wrote, or chose, beyond the last part.</summary>
    public void Foresee(Opening opening)
    {
        ahead = opening.Text;
        endsAhead = opening.IsEnd;
    }

    /// <summary>Of some ways to go on those that agree with what is known to come; all if none does.</summary>
    public List<Opening> Agreeing(List<Opening> openings)
    {
        var agreeing = openings.FindAll(opening => endsAhead
            ? opening.IsEnd
            : !opening.IsEnd && (opening.Text.StartsWith(ahead, StringComparison.Ordinal) || ahead.StartsWith(opening.Text, StringComparison.Ordinal)));
        return (ahead.Length == 0 && !endsAhead) || agreeing.Count == 0 ? openings : agreeing;
    }

    public override string ToString() => text.ToString();

    private void Tell(string part)
    {
        if (part.Length > 0)
        {
            heard += part.Length;
            hear?.Invoke(part);
        }
    }

    private void Splice(ReadOnlySpan<int> tokens)
    {
        var common = trunk.Tokens[settled..].CommonPrefixLength(tokens);
        trunk.Truncate(settled + common);
        trunk.Append(tokens[common..]);
        settled = trunk.Count;
    }
}
