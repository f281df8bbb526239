using System.Buffers;
using System.Text.Json;

namespace Itdr;

/// <summary>A slot that ranks the task's candidates: each of them once, or the first few places.</summary>
/// <param name="name">The name of the property.</param>
/// <param name="source">The task's property that holds the candidates.</param>
/// <param name="layout">How the list is laid out.</param>
/// <param name="end">What follows the list.</param>
public sealed class RankingSlot(string name, string source, ListLayout layout, TextEnd end) : AnswerSlot(name, end)
{
    private const int MostOnStack = 256;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n");

    /// <inheritdoc/>
    public override AnswerSlotKind Kind => AnswerSlotKind.Ranking;

    /// <summary>The task's property that holds the candidates.</summary>
    public override string Source { get; } = source;

    /// <summary>How the list is laid out.</summary>
    public ListLayout Layout { get; } = layout;

    /// <summary>How many places the ranking has: the first <c>n</c>, or 0 for as many as there are candidates.</summary>
    public int Top { get; init; }

    /// <summary>Writes a ranking into a label.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="texts">The texts of the candidates.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="ranking">The ranking, best first.</param>
    /// <exception cref="AnswerRefusedException">The ranking is not one of the candidates, each once and of the right number, or its text would not read back.</exception>
    public void Write<T>(ref PromptWriter writer, in CandidateTexts texts, IReadOnlyList<T> candidates, IReadOnlyList<T> ranking)
    {
        Span<int> order = ranking.Count <= MostOnStack ? stackalloc int[ranking.Count] : new int[ranking.Count];
        if (ranking.Count != Places(texts.Count))
        {
            throw Refuse($"has {ranking.Count} places, expected {Places(texts.Count)} of {Source}");
        }

        Resolve(candidates, ranking, order);
        if (CandidateMatch.Flaw(texts, Source) is { } flaw)
        {
            throw Refuse(flaw);
        }

        var start = writer.Length;
        for (var place = 0; place < order.Length; place++)
        {
            var text = texts[order[place]];
            if (Layout.Style != ListStyle.Inline && text.ContainsAny(LineBreaks))
            {
                throw Refuse($"holds a line break in {Source} {order[place] + 1}, which would end its line");
            }

            Layout.BeginEntry(ref writer, place);
            writer.Append(text);
        }

        RequireOneReading(ref writer, start, texts, order);
    }

    /// <summary>Reads the ranking that stands here.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="reader">Where the text comes from.</param>
    /// <param name="texts">The texts of the candidates.</param>
    /// <param name="candidates">The candidates.</param>
    /// <returns>The task's own instances, best first, or null after a failure.</returns>
    public T[]? Read<T>(ref AnswerReader reader, in CandidateTexts texts, IReadOnlyList<T> candidates)
    {
        if (reader.Failure is not null)
        {
            return null;
        }

        if (CandidateMatch.Flaw(texts, Source) is { } flaw)
        {
            reader.Fail(Name, $"candidates that can be told apart, but it {flaw}");
            return null;
        }

        var places = Places(texts.Count);
        Span<int> order = places <= MostOnStack ? stackalloc int[places] : new int[places];
        places = reader.Log is null ? ReadLabel(ref reader, texts, order) : ReadLoosely(ref reader, texts, order);
        if (reader.Failure is not null)
        {
            return null;
        }

        var ranking = new T[places];
        for (var place = 0; place < places; place++)
        {
            ranking[place] = candidates[order[place]];
        }

        return ranking;
    }

    /// <summary>Writes the slot's value as JSON: the candidates' texts, best first. It may be shorter than a label's, as a tolerant reading may leave it.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="json">Where the value goes.</param>
    /// <param name="texts">The texts of the candidates.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="ranking">The ranking, best first.</param>
    /// <exception cref="AnswerRefusedException">The ranking is not one of the candidates.</exception>
    public void WriteJson<T>(Utf8JsonWriter json, in CandidateTexts texts, IReadOnlyList<T> candidates, IReadOnlyList<T> ranking)
    {
        Span<int> order = ranking.Count <= MostOnStack ? stackalloc int[ranking.Count] : new int[ranking.Count];
        Resolve(candidates, ranking, order);
        json.WriteStartArray(JsonName);
        foreach (var index in order)
        {
            json.WriteStringValue(texts[index]);
        }

        json.WriteEndArray();
    }

    /// <summary>Reads the slot's value from JSON.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="json">The value.</param>
    /// <param name="texts">The texts of the candidates.</param>
    /// <param name="candidates">The candidates.</param>
    /// <exception cref="JsonException">The value is not a list of the candidates' texts, each once and of the right number.</exception>
    public T[] ReadJson<T>(JsonInput json, in CandidateTexts texts, IReadOnlyList<T> candidates)
    {
        var named = json.Texts();
        if (named.Length != Places(texts.Count))
        {
            throw json.Error($"{Places(texts.Count)} of {Source}");
        }

        var taken = new bool[texts.Count];
        var ranking = new T[named.Length];
        for (var place = 0; place < named.Length; place++)
        {
            var index = CandidateMatch.Find(named[place], texts, TextEnd.OfAnswer);
            if (index < 0 || taken[index])
            {
                throw json.Error($"{CandidateMatch.Expected(index, Source)} not ranked yet as place {place + 1}");
            }

            taken[index] = true;
            ranking[place] = candidates[index];
        }

        return ranking;
    }

    /// <summary>What the slot may hold for one task.</summary>
    /// <param name="texts">The texts of the candidates.</param>
    /// <exception cref="AnswerRefusedException">The task has no label, because it has no candidates or they cannot be told apart.</exception>
    public OutputConstraint Constrain(in CandidateTexts texts) => RankingConstraint.Of(this, texts);

    /// <summary>Starts reading a ranking from text that arrives in pieces.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="candidates">The candidates.</param>
    /// <param name="write">Writes one of them in the format of the slot.</param>
    /// <exception cref="AnswerRefusedException">The task has no label, because it has no candidates or they cannot be told apart.</exception>
    /// <exception cref="NotSupportedException">The ranking stands on one line.</exception>
    public RankingStream<T> Stream<T>(IReadOnlyList<T> candidates, FragmentWriter<T> write)
    {
        using var texts = CandidateTexts.Render(candidates, write);
        if (CandidateMatch.Flaw(texts, Source) is { } flaw)
        {
            throw Refuse(flaw);
        }

        return new RankingStream<T>(candidates, CandidateKeys.Of(texts), Layout, Places(texts.Count));
    }

    /// <summary>Starts reading a ranking of strings from text that arrives in pieces.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <exception cref="AnswerRefusedException">The task has no label, because it has no candidates or they cannot be told apart.</exception>
    /// <exception cref="NotSupportedException">The ranking stands on one line.</exception>
    public RankingStream<string> Stream(IReadOnlyList<string> candidates) =>
        Stream(candidates, static (ref writer, candidate) => writer.Append(candidate));

    private int ReadLabel(ref AnswerReader reader, in CandidateTexts texts, scoped Span<int> order)
    {
        var length = Match(reader.Rest, texts, order, out var matched, out var found);
        reader.Advance(length);
        if (matched < order.Length)
        {
            FailAtPlace(ref reader, texts, order[..matched], found, order.Length);
        }

        return matched;
    }

    private int ReadLoosely(ref AnswerReader reader, in CandidateTexts texts, scoped Span<int> order)
    {
        reader.EnterFence();
        var length = reader.SlotLength(EndsBefore);
        if (length < 0)
        {
            reader.Fail(Name, $"a ranking that ends before \"{EndsBefore.Literals[0].ReplaceLineEndings("\\n")}\"");
            return 0;
        }

        var keys = CandidateKeys.Of(texts);
        var region = reader.Rest[..length];
        var places = Layout.Style == ListStyle.Inline && !InlineRanking.IsOnLines(region, keys)
            ? InlineRanking.Read(ref reader, region, keys, Layout, Name, order)
            : ReadLines(ref reader, region, keys, order);
        if (reader.Failure is null && places < order.Length)
        {
            reader.Log!.Add(RepairKind.MissingItems, reader.Position + length, order.Length - places);
        }

        reader.Advance(length);
        reader.Began();
        return places;
    }

    private int ReadLines(ref AnswerReader reader, scoped ReadOnlySpan<char> region, CandidateKeys keys, scoped Span<int> order)
    {
        var lines = new RankingLines(keys, Layout, reader.Log!, order.Length);
        lines.Read(region, reader.Position);
        if (lines.Problem is { } expected)
        {
            reader.FailAt(Name, expected, lines.ProblemPosition);
        }
        else if (lines.Ranked.IsEmpty)
        {
            reader.Fail(Name, $"one of {Source}, as place 1 of {order.Length}");
        }

        lines.Ranked.CopyTo(order);
        return lines.Ranked.Length;
    }

    private void FailAtPlace(ref AnswerReader reader, in CandidateTexts texts, scoped ReadOnlySpan<int> ranked, int found, int places)
    {
        var place = ranked.Length + 1;
        var longest = 0;
        for (var index = 0; index < texts.Count; index++)
        {
            if (!ranked.Contains(index) && texts[index].Length > longest && reader.Rest.StartsWith(texts[index]))
            {
                longest = texts[index].Length;
            }
        }

        if (found == CandidateMatch.None && longest > 0)
        {
            // The candidate itself is there; what is wrong is what follows it.
            reader.Advance(longest);
            reader.Fail(Name, place < places ? $"place {place + 1} of {places}" : "the end of the ranking");
            return;
        }

        reader.Fail(Name, $"{CandidateMatch.Expected(found, Source)} not ranked yet, as place {place} of {places}");
    }

    /// <summary>How many places a ranking of so many candidates has.</summary>
    internal int Places(int candidates) => Top == 0 ? candidates : Math.Min(Top, candidates);

    private void Resolve<T>(IReadOnlyList<T> candidates, IReadOnlyList<T> ranking, Span<int> order)
    {
        for (var place = 0; place < order.Length; place++)
        {
            order[place] = CandidateMatch.IndexOf(candidates, ranking[place]);
            if (order[place] < 0)
            {
                throw Refuse($"is not one of {Source} at place {place + 1}");
            }

            if (order[..place].Contains(order[place]))
            {
                throw Refuse($"repeats {Source} {order[place] + 1} at place {place + 1}");
            }
        }
    }

    private void RequireOneReading(ref PromptWriter writer, int start, in CandidateTexts texts, scoped ReadOnlySpan<int> order)
    {
        // Lines that hold no line break read in one way only; everything else is read back once to be sure.
        if (Layout.Style != ListStyle.Inline && Layout.Separator == "\n" && EndsBefore is { AtEnd: true, Literals.Count: 0 })
        {
            return;
        }

        var length = writer.Length;
        Span<int> readBack = order.Length <= MostOnStack ? stackalloc int[order.Length] : new int[order.Length];
        for (var follower = EndsBefore.AtEnd ? -1 : 0; follower < EndsBefore.Literals.Count; follower++)
        {
            writer.Append(follower < 0 ? null : EndsBefore.Literals[follower]);
            Match(writer.Written[start..], texts, readBack, out _, out _);
            writer.Truncate(length);
            if (!order.SequenceEqual(readBack))
            {
                throw Refuse($"reads in more than one way, because one of {Source} holds what separates them or what follows");
            }
        }
    }

    /// <summary>Matches as many places as stand at the front of a text, and returns the length of what was matched.</summary>
    private int Match(ReadOnlySpan<char> text, in CandidateTexts texts, Span<int> order, out int matched, out int found)
    {
        Span<bool> taken = texts.Count <= MostOnStack ? stackalloc bool[texts.Count] : new bool[texts.Count];
        taken.Clear();
        order.Fill(CandidateMatch.None);
        var position = 0;
        found = CandidateMatch.None;
        for (matched = 0; matched < order.Length; matched++)
        {
            if (!Layout.EntryBegins(text[position..], matched, out var mark))
            {
                return position;
            }

            var rest = text[(position + mark)..];
            var isLast = matched == order.Length - 1;
            found = EndsLines(isLast) ? FindLine(rest, texts, taken, isLast) : FindPlace(rest, texts, taken, matched, isLast);
            if (found >= 0 && Layout.Style != ListStyle.Inline && texts[found].ContainsAny(LineBreaks))
            {
                // The writer refuses such an entry, so no label has it.
                found = CandidateMatch.None;
            }

            if (found < 0)
            {
                return position + mark;
            }

            taken[found] = true;
            order[matched] = found;
            position += mark + texts[found].Length;
        }

        return position;
    }

    /// <summary>Whether a place ends with its line, and so is one whole text: the writer refuses line breaks in the entries of a list.</summary>
    private bool EndsLines(bool isLast) =>
        Layout.Style != ListStyle.Inline && (isLast ? EndsBefore is { AtEnd: true, Literals.Count: 0 } : Layout.Separator == "\n");

    private static int FindLine(ReadOnlySpan<char> text, in CandidateTexts texts, ReadOnlySpan<bool> taken, bool isLast)
    {
        var end = isLast ? text.Length : text.IndexOf('\n');
        if (end < 0)
        {
            return CandidateMatch.None;
        }

        for (var index = 0; index < taken.Length; index++)
        {
            if (!taken[index] && texts.Length(index) == end && text[..end].SequenceEqual(texts[index]))
            {
                return index;
            }
        }

        return CandidateMatch.None;
    }

    private int FindPlace(ReadOnlySpan<char> text, in CandidateTexts texts, ReadOnlySpan<bool> taken, int place, bool isLast)
    {
        var found = CandidateMatch.None;
        for (var index = 0; index < taken.Length; index++)
        {
            if (taken[index] || !text.StartsWith(texts[index]))
            {
                continue;
            }

            var rest = text[texts[index].Length..];
            if (isLast ? !EndsBefore.Matches(rest) : !Layout.EntryBegins(rest, place + 1, out _))
            {
                continue;
            }

            if (found != CandidateMatch.None)
            {
                return CandidateMatch.Several;
            }

            found = index;
        }

        return found;
    }
}
