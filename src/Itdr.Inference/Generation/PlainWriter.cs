using System.Text;

namespace Itdr.Inference;

/// <summary>Draws a plain text, token by token, up to what ends it.</summary>
/// <param name="lane">Where it decodes.</param>
/// <param name="vocabulary">The engine's tokens.</param>
/// <param name="options">How the text is drawn.</param>
/// <param name="form">What JSON the text may be; null if it is none.</param>
/// <param name="hear">Is told the text part by part; null for nobody.</param>
internal sealed class PlainWriter(Lane lane, Vocabulary vocabulary, PlainTextOptions options, JsonPart? form, Action<string>? hear)
{
    private readonly TokenSampler sampler = new(options.Sampling);
    private readonly StringBuilder text = new();

    /// <summary>Keeps the bytes of a character until it is whole.</summary>
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();

    private readonly JsonDraft? json = form is null ? null : new JsonDraft(form);

    /// <summary>How many characters at the end may yet turn out to be the beginning of a stop.</summary>
    private readonly int held = options.Stops.Select(static stop => stop.Length - 1).DefaultIfEmpty(0).Max();

    private int heard;

    /// <summary>Draws the text.</summary>
    /// <exception cref="TokenEngineException">The engine has no room, or no token can go on.</exception>
    public async ValueTask<(string Text, PlainTextEnd End)> RunAsync()
    {
        for (var count = 0; count < options.MaxTokens && lane.Trunk.Count < lane.Cells; count++)
        {
            var row = await lane.NextLogitsAsync().ConfigureAwait(false);
            var token = Draw(lane.Logits(row));
            if (lane.Engine.IsEnd(token))
            {
                return Finish(PlainTextEnd.Turn);
            }

            lane.Trunk.Append(token);
            var before = text.Length;
            Add(lane.Engine.Bytes(token));
            if (FirstStop(Math.Max(0, before - held)) is { } stop)
            {
                text.Length = stop;
                return Finish(PlainTextEnd.Stop);
            }

            if (json is { IsOver: true })
            {
                return Finish(PlainTextEnd.Turn);
            }

            Tell(text.Length - held);
        }

        return Finish(PlainTextEnd.Length);
    }

    private (string Text, PlainTextEnd End) Finish(PlainTextEnd end)
    {
        Tell(text.Length);
        return (text.ToString(), end);
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        Span<char> characters = stackalloc char[128];
        while (!bytes.IsEmpty)
        {
            decoder.Convert(bytes, characters, flush: false, out var used, out var written, out _);
            text.Append(characters[..written]);
            bytes = bytes[used..];
        }
    }

    private void Tell(int upTo)
    {
        if (upTo > heard)
        {
            hear?.Invoke(text.ToString(heard, upTo - heard));
            heard = upTo;
        }
    }

    private int? FirstStop(int from)
    {
        if (options.Stops.IsEmpty)
        {
            return null;
        }

        var end = text.ToString(from, text.Length - from);
        var places = options.Stops.Select(stop => end.IndexOf(stop, StringComparison.Ordinal)).Where(static place => place >= 0).ToArray();
        return places.Length == 0 ? null : from + places.Min();
    }

    private int Draw(ReadOnlySpan<float> logits)
    {
        var banned = vocabulary.BanControl();
        foreach (var end in vocabulary.Ends)
        {
            banned[end] = json is { IsWhole: false };
        }

        var (token, _) = sampler.Draw(logits, banned);
        if (json is not null && token >= 0 && !lane.Engine.IsEnd(token) && !json.TryAdd(lane.Engine.Bytes(token)))
        {
            // One look at all tokens is cheaper than drawing again for each that cannot go on.
            BanOthers(json, banned);
            (token, _) = sampler.Draw(logits, banned);
            if (token >= 0 && !lane.Engine.IsEnd(token))
            {
                json.TryAdd(lane.Engine.Bytes(token));
            }
        }

        if (token < 0)
        {
            throw new TokenEngineException(TokenEngineError.NoEnd, "No token of the vocabulary can go on with the text; use another model.");
        }

        sampler.Count(token);
        return token;
    }

    /// <summary>Bans every token with text that the JSON cannot go on with; most are told by their first byte.</summary>
    private void BanOthers(JsonDraft draft, bool[] banned)
    {
        for (var first = 0; first < vocabulary.ByFirstByte.Count; first++)
        {
            var allows = draft.Allows([(byte)first]);
            foreach (var token in vocabulary.ByFirstByte[first])
            {
                banned[token] = !allows || !draft.Allows(lane.Engine.Bytes(token));
            }
        }
    }
}
