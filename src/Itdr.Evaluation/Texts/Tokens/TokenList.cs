namespace Itdr.Evaluation;

/// <summary>The tokens of one text as numbers, in order, cut into sentences.</summary>
internal sealed class TokenList
{
    private TokenTable? table;
    private int[] tokens = new int[256];
    private int[] ends = new int[16];
    private int count;
    private int sentences;
    private char[] scratch = new char[64];
    private int scratchLength;

    public ReadOnlySpan<int> All => tokens.AsSpan(0, count);

    public int Sentences => sentences;

    public ReadOnlySpan<int> Sentence(int index)
    {
        var start = index == 0 ? 0 : ends[index - 1];
        return tokens.AsSpan(start, ends[index] - start);
    }

    public void Clear(TokenTable names)
    {
        table = names;
        count = 0;
        sentences = 0;
        scratchLength = 0;
    }

    public void Add(ReadOnlySpan<char> token)
    {
        if (count == tokens.Length)
        {
            Array.Resize(ref tokens, count * 2);
        }

        tokens[count++] = table!.Intern(token);
    }

    /// <summary>Adds letters and digits of ASCII, lower-cased, to the token that is being made.</summary>
    public void AppendLower(ReadOnlySpan<char> characters)
    {
        if (scratchLength + characters.Length > scratch.Length)
        {
            Array.Resize(ref scratch, Math.Max(scratch.Length * 2, scratchLength + characters.Length));
        }

        var room = scratch.AsSpan(scratchLength, characters.Length);
        for (var index = 0; index < room.Length; index++)
        {
            // Digits have the bit of lower-case letters already.
            room[index] = (char)(characters[index] | 0x20);
        }

        scratchLength += characters.Length;
    }

    /// <summary>Ends the token that is being made, if there is one.</summary>
    public void EndToken()
    {
        if (scratchLength > 0)
        {
            Add(scratch.AsSpan(0, scratchLength));
            scratchLength = 0;
        }
    }

    /// <summary>Ends the sentence that is being made, if it has a token.</summary>
    public void EndSentence()
    {
        if (count == (sentences == 0 ? 0 : ends[sentences - 1]))
        {
            return;
        }

        if (sentences == ends.Length)
        {
            Array.Resize(ref ends, sentences * 2);
        }

        ends[sentences++] = count;
    }
}
