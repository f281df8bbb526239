using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Itdr;

/// <summary>A slot that ranks the task's candidates: each of them once, or the first few places.</summary>
/// <param name="name">The name of the property.</param>
/// <param name="source">The task's property that holds the candidates.</param>
/// <param name="layout">How the list is laid out.</param>
/// <param name="end">What follows the list.</param>
public sealed partial class RankingSlot(string name, string source, ListLayout layout, TextEnd end) : AnswerSlot(name, end)
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
    [SkipLocalsInit]
    public T[]? Read<T>(ref AnswerReader reader, in CandidateTexts texts, IReadOnlyList<T> candidates)
    {
        if (reader.Failure is not null)
        {
            return null;
        }

        var size = CandidateTable.Size(texts.Count);
        var table = new CandidateTable(texts, size <= CandidateTable.MostOnStack ? stackalloc int[size] : new int[size]);
        if (CandidateMatch.Flaw(texts, table, Source) is { } flaw)
        {
            reader.Fail(Name, $"candidates that can be told apart, but it {flaw}");
            return null;
        }

        var places = Places(texts.Count);
        Span<int> order = places <= MostOnStack ? stackalloc int[places] : new int[places];
        places = reader.Log is null ? ReadLabel(ref reader, texts, table, order) : ReadLoosely(ref reader, texts, order);
        if (reader.Failure is not null)
        {
            return null;
        }

        var ranking = new T[places];
        var ranked = ranking.AsSpan();
        var array = candidates as T[];
        for (var place = 0; place < ranked.Length; place++)
        {
            ranked[place] = array is null ? candidates[order[place]] : array[order[place]];
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
    public OutputConstraint Constrain(in CandidateTexts texts) => IsOptional && CandidateMatch.Flaw(texts, Source) is not null
        ? new NothingConstraint(this)
        : RankingConstraint.Of(this, texts);

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

    private int ReadLoosely(ref AnswerReader reader, in CandidateTexts texts, scoped Span<int> order)
    {
        if (!reader.TryStretch(EndsBefore, out var length, keepIndent: Layout.Style != ListStyle.Inline))
        {
            if (reader.Failure is null)
            {
                reader.Fail(Name, $"a ranking that ends before \"{EndsBefore.Literals[0].ReplaceLineEndings("\\n")}\"");
            }

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
}
