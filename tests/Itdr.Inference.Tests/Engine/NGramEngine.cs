namespace Itdr.Inference.Tests.Engine;

/// <summary>
/// A token engine over the n-gram model that keeps books as llama.cpp does and breaks loudly where llama.cpp would
/// break: limits, positions, shared sequences, logits that were not asked for, and use by two threads at once.
/// </summary>
internal sealed class NGramEngine : ITokenEngine
{
    private readonly TestLanguage language;
    private readonly List<Cell>[] sequences;
    private readonly List<Entry> batch = [];
    private readonly Dictionary<int, int[]> histories = [];
    private int users;
    private int usedCells;

    public NGramEngine(TokenEngineLimits? limits = null, TestLanguage? language = null)
    {
        this.language = language ?? TestLanguage.Fitted;
        Frame = new([this.language.Start], [this.language.End, this.language.Turn]);
        Limits = limits ?? new TokenEngineLimits(64, 2048, 8192) { SpeculationCost = 0 };
        sequences = [.. Enumerable.Range(0, Limits.MaxSequences).Select(_ => new List<Cell>())];
    }

    public TokenEngineLimits Limits { get; }

    public int VocabularySize => language.VocabularySize;

    public PromptFrame Frame { get; init; }

    public int EndToken => language.End;

    public int DecodeCalls { get; private set; }

    public int DecodedTokens { get; private set; }

    public int MostRows { get; private set; }

    public int MostSequences { get; private set; }

    public int MostCells { get; private set; }

    public int UsedCells => usedCells;

    public bool IsDisposed { get; private set; }

    /// <summary>Called before a decode call with the number of tokens in its batch; false means that there is no room.</summary>
    public Func<int, bool>? BeforeDecode { get; set; }

    /// <summary>Changes logits before they are read, as a damaged model would.</summary>
    public Func<float[], float[]>? Spoil { get; set; }

    public bool IsEnd(int token) => token == language.End || token == language.OtherEnd;

    /// <summary>Called with each text that is tokenized; a token that it gives takes the place of the text's own.</summary>
    public Func<string, int?>? Mistokenize { get; set; }

    public void Tokenize(ReadOnlySpan<char> text, List<int> tokens)
    {
        if (Mistokenize?.Invoke(text.ToString()) is { } wrong)
        {
            tokens.Add(wrong);
            return;
        }

        language.Tokenizer.Encode(text, tokens);
    }

    public ReadOnlySpan<byte> Bytes(int token) => token < language.Start ? language.Tokenizer.Bytes(token) : [];

    public int Add(int token, int position, ReadOnlySpan<int> members, bool wantLogits)
    {
        using var alone = Alone();
        Require(members.Length > 0, "a token belongs to no sequence");
        Require(token >= 0 && token < VocabularySize, "there is no such token");
        Require(batch.Count < Limits.MaxBatch, "the batch is full");
        foreach (var member in members)
        {
            Require(member >= 0 && member < Limits.MaxSequences, $"there is no sequence {member}");
        }

        batch.Add(new Entry(token, position, members.ToArray(), wantLogits));
        Require(batch.Count(entry => entry.WantLogits) <= Limits.MaxLogitRows, "too many rows of logits");
        return batch.Count - 1;
    }

    public bool Decode()
    {
        using var alone = Alone();
        Require(batch.Count > 0, "the batch is empty");
        var entries = batch.ToArray();
        batch.Clear();
        histories.Clear();
        if (!(BeforeDecode?.Invoke(entries.Length) ?? true) || usedCells + entries.Length > Limits.Cells)
        {
            return false;
        }

        var sharers = new Dictionary<int, HashSet<int>>();
        for (var row = 0; row < entries.Length; row++)
        {
            Place(entries[row], sharers);
            if (entries[row].WantLogits)
            {
                histories[row] = [.. sequences[entries[row].Members[0]].Select(cell => cell.Token)];
            }
        }

        DecodeCalls++;
        DecodedTokens += entries.Length;
        MostRows = Math.Max(MostRows, histories.Count);
        MostCells = Math.Max(MostCells, usedCells);
        MostSequences = Math.Max(MostSequences, sequences.Count(sequence => sequence.Count > 0));
        return true;
    }

    public ReadOnlySpan<float> Logits(int row)
    {
        using var alone = Alone();
        Require(histories.ContainsKey(row), "the logits of this row were not asked for, or a later call took them");
        var logits = language.Logits(histories[row]);
        return Spoil?.Invoke(logits) ?? logits;
    }

    public void Copy(int from, int to)
    {
        using var alone = Alone();
        Require(Limits.CanBranch, "a model that cannot branch was told to");
        Require(from != to, "a sequence is copied to itself");
        Require(sequences[to].Count <= sequences[from].Count && sequences[to].SequenceEqual(sequences[from][..sequences[to].Count]), "the target holds something else");
        foreach (var cell in sequences[from][sequences[to].Count..])
        {
            cell.Holders++;
            sequences[to].Add(cell);
        }
    }

    public void Truncate(int sequence, int fromPosition)
    {
        using var alone = Alone();
        var cells = sequences[sequence];
        Require(Limits.CanBranch || fromPosition == 0 || fromPosition == cells.Count, "a model that cannot branch was told to go back");
        for (var position = cells.Count - 1; position >= fromPosition; position--)
        {
            usedCells -= --cells[position].Holders == 0 ? 1 : 0;
            cells.RemoveAt(position);
        }
    }

    public void Dispose() => IsDisposed = true;

    private void Place(Entry entry, Dictionary<int, HashSet<int>> sharers)
    {
        var cell = new Cell(entry.Token) { Holders = entry.Members.Length };
        var first = sequences[entry.Members[0]];
        foreach (var member in entry.Members)
        {
            Require(sequences[member].Count == entry.Position, $"position {entry.Position} does not follow {sequences[member].Count} tokens of sequence {member}");
            Require(sequences[member] == first || sequences[member].SequenceEqual(first), "sequences share a token but not what stands before it");
            Require(!sharers.TryGetValue(member, out var before) || entry.Members.All(before.Contains), "a set of sequences grew within a batch");
            sharers[member] = [.. entry.Members];
        }

        foreach (var member in entry.Members)
        {
            sequences[member].Add(cell);
        }

        usedCells++;
    }

    private Use Alone()
    {
        Require(!IsDisposed, "the engine is used after it was disposed of");
        Require(Interlocked.Increment(ref users) == 1, "two threads use the engine at once");
        return new Use(this);
    }

    private static void Require(bool condition, string broken)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The engine is misused: {broken}.");
        }
    }

    private sealed class Cell(int token)
    {
        public int Token { get; } = token;

        public int Holders { get; set; }
    }

    private sealed record Entry(int Token, int Position, int[] Members, bool WantLogits);

    private readonly struct Use(NGramEngine engine) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref engine.users);
    }
}
