using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Itdr.Inference;

/// <summary>Writes a number of which there are too many to list, by masking what cannot become one within its bounds.</summary>
internal sealed class FreeNumber(Lane lane, Vocabulary vocabulary)
{
    private readonly TokenSampler sampler = new(SamplingOptions.Greedy);

    public double LogProbability { get; private set; }

    /// <summary>Writes the number that a slot holds.</summary>
    /// <exception cref="TokenEngineException">No token can go on with the number, or the engine has no room.</exception>
    public async ValueTask WriteAsync(AnswerText answer, NumberConstraint number)
    {
        answer.Foresee(Opening.Unknown);
        var lead = answer.SettleButSpaces();
        var prefix = new NumberPrefix(Bound(number.Minimum), Bound(number.Maximum), number.IsWhole);
        var form = new Regex($@"\A(?:{number.ToRegex()})\z", RegexOptions.CultureInvariant);
        var endings = Endings(answer, number.Slot.EndsBefore);
        var text = "";
        while (true)
        {
            LaneDecoding.RequireRoom(lane, 1);
            var row = await lane.NextLogitsAsync().ConfigureAwait(false);
            var mayEnd = text.Length > lead.Length && form.IsMatch(text[lead.Length..]) && prefix.Is(text.AsSpan(lead.Length));
            var token = Draw(lane.Logits(row), Mask(text, lead, prefix, mayEnd ? endings : []), number);
            if (mayEnd && endings.TryGetValue(token, out var ending))
            {
                answer.Write(text[lead.Length..]);
                answer.Foresee(ending);
                return;
            }

            lane.Trunk.Append(token);
            text += Encoding.ASCII.GetString(lane.Engine.Bytes(token));
        }
    }

    private static double? Bound(string? text) => text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The tokens that say that the number is over, with what comes then; where several ways begin alike only their common token is known.</summary>
    private Dictionary<int, Opening> Endings(AnswerText answer, TextEnd end)
    {
        var endings = new Dictionary<int, Opening>();
        foreach (var literal in end.Literals)
        {
            var first = answer.Tokens.Exact(literal)[0];
            endings[first] = endings.ContainsKey(first) ? Opening.Unknown : new Opening(literal);
        }

        foreach (var token in end.AtEnd ? vocabulary.Ends : [])
        {
            endings[token] = Opening.End;
        }

        return endings;
    }

    private bool[] Mask(string text, string lead, NumberPrefix prefix, Dictionary<int, Opening> endings)
    {
        var banned = new bool[vocabulary.Size];
        Array.Fill(banned, true);
        foreach (var token in vocabulary.Numeric)
        {
            var longer = text + Encoding.ASCII.GetString(lane.Engine.Bytes(token));
            banned[token] = longer.Length <= lead.Length
                ? !lead.StartsWith(longer, StringComparison.Ordinal)
                : !longer.StartsWith(lead, StringComparison.Ordinal) || !prefix.CanBecome(longer.AsSpan(lead.Length));
        }

        foreach (var token in endings.Keys)
        {
            banned[token] = false;
        }

        return banned;
    }

    private int Draw(ReadOnlySpan<float> logits, bool[] banned, NumberConstraint number)
    {
        var (token, logProbability) = sampler.Draw(logits, banned);
        LogProbability += logProbability;
        return token >= 0 ? token : throw new TokenEngineException(TokenEngineError.NoEnd,
            $"No token of the vocabulary can go on with the number {number.Slot.Name}; widen its bounds or use another model.");
    }
}
