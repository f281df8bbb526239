using System.Text;

namespace Itdr.Inference;

/// <summary>Writes a value of which there are too many to list, a number or a date, by masking what cannot become one.</summary>
internal sealed class MaskedValue(Lane lane, Vocabulary vocabulary)
{
    private readonly TokenSampler sampler = new(SamplingOptions.Greedy);

    public double LogProbability { get; private set; }

    /// <summary>Writes the value that a slot holds.</summary>
    /// <exception cref="TokenEngineException">No token can go on with the value, or the engine has no room.</exception>
    public async ValueTask WriteAsync(AnswerText answer, AnswerSlot slot, IMaskedForm form)
    {
        answer.Foresee(Opening.Unknown);
        var lead = answer.SettleButSpaces().Length;
        var endings = Endings(answer, slot.EndsBefore);
        byte[] text = [];
        while (true)
        {
            LaneDecoding.RequireRoom(lane, 1);
            var row = await lane.NextLogitsAsync().ConfigureAwait(false);
            var mayEnd = text.Length > lead && form.Is(text.AsSpan(lead));
            var token = Draw(lane.Logits(row), Mask(text, lead, form, mayEnd ? endings : []), slot);
            if (mayEnd && endings.TryGetValue(token, out var ending))
            {
                answer.Write(Encoding.UTF8.GetString(text.AsSpan(lead)));
                answer.Foresee(ending);
                return;
            }

            lane.Trunk.Append(token);
            text = [.. text, .. lane.Engine.Bytes(token)];
        }
    }

    /// <summary>The tokens that say that the value is over, with what comes then; where several ways begin alike only their common token is known.</summary>
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

    private bool[] Mask(ReadOnlySpan<byte> text, int lead, IMaskedForm form, Dictionary<int, Opening> endings)
    {
        var banned = new bool[vocabulary.Size];
        Array.Fill(banned, true);
        Span<byte> longer = new byte[text.Length + vocabulary.LongestText];
        text.CopyTo(longer);

        // Few bytes can come next, so most tokens are told by their first one.
        for (var first = 0; first < vocabulary.ByFirstByte.Count; first++)
        {
            longer[text.Length] = (byte)first;
            if (vocabulary.ByFirstByte[first].Length == 0 || !CanBecome(longer[..(text.Length + 1)], lead, form))
            {
                continue;
            }

            foreach (var token in vocabulary.ByFirstByte[first])
            {
                var bytes = lane.Engine.Bytes(token);
                bytes.CopyTo(longer[text.Length..]);
                banned[token] = !CanBecome(longer[..(text.Length + bytes.Length)], lead, form);
            }
        }

        foreach (var token in endings.Keys)
        {
            banned[token] = false;
        }

        return banned;
    }

    /// <summary>Whether a text is within the spaces before the value, or those and the front of a value.</summary>
    private static bool CanBecome(ReadOnlySpan<byte> text, int lead, IMaskedForm form) =>
        text[..Math.Min(lead, text.Length)].IndexOfAnyExcept((byte)' ') < 0 && (text.Length <= lead || form.CanBecome(text[lead..]));

    private int Draw(ReadOnlySpan<float> logits, bool[] banned, AnswerSlot slot)
    {
        var (token, logProbability) = sampler.Draw(logits, banned);
        LogProbability += logProbability;
        return token >= 0 ? token : throw new TokenEngineException(TokenEngineError.NoEnd,
            $"No token of the vocabulary can go on with {slot.Name}; widen its bounds or use another model.");
    }
}
