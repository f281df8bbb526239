using System.Runtime.InteropServices;

namespace Itdr.Inference;

/// <summary>
/// The one run of tokens that a call builds up, the prompt and then the answer: sequence 0 of its lane. The front part
/// is decoded, the rest waits for the next decode call.
/// </summary>
internal sealed class Trunk(Lane lane, bool canBranch)
{
    private readonly List<int> tokens = [];

    /// <summary>The number of tokens.</summary>
    public int Count => tokens.Count;

    /// <summary>How many of them are in the cache.</summary>
    public int Decoded { get; private set; }

    /// <summary>How many are not decoded yet.</summary>
    public int Pending => Count - Decoded;

    public ReadOnlySpan<int> Tokens => CollectionsMarshal.AsSpan(tokens);

    public void Append(int token) => tokens.Add(token);

    public void Append(ReadOnlySpan<int> more) => tokens.AddRange(more);

    /// <summary>Records that the next pending tokens are in the cache.</summary>
    public void MarkDecoded(int upTo) => Decoded = upTo;

    /// <summary>Takes tokens back.</summary>
    public void Truncate(int count)
    {
        tokens.RemoveRange(count, Count - count);
        if (Decoded > count)
        {
            Rewind(count);
        }
    }

    /// <summary>Leaves at least one token to decode, so that there are logits of what follows the last.</summary>
    public void RequirePending()
    {
        if (Pending == 0 && Count > 0)
        {
            Rewind(Count - 1);
        }
    }

    /// <summary>Replaces the tokens by a prompt and keeps of the cache what both have in common.</summary>
    /// <returns>The number of tokens that need not be decoded again.</returns>
    public int Begin(ReadOnlySpan<int> prompt)
    {
        var common = Math.Min(Tokens[..Decoded].CommonPrefixLength(prompt), Math.Max(0, prompt.Length - 1));
        if (common < Decoded)
        {
            Rewind(common);
        }

        tokens.Clear();
        tokens.AddRange(prompt);
        return Decoded;
    }

    /// <summary>Takes over a cached front part of a prompt that was just copied into the trunk's sequence.</summary>
    public void Adopt(ReadOnlySpan<int> front)
    {
        tokens.Clear();
        tokens.AddRange(front);
        Decoded = front.Length;
    }

    /// <summary>Keeps the first so many tokens in the cache; the others are to be decoded again.</summary>
    public void Rewind(int count)
    {
        // A model that cannot branch can only start again.
        Decoded = canBranch ? count : 0;
        lane.Truncate(0, Decoded);
    }

    public void Clear()
    {
        lane.Truncate(0, 0);
        tokens.Clear();
        Decoded = 0;
    }
}
