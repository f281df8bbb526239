using System.Runtime.InteropServices;

namespace Itdr.Evaluation;

/// <summary>Numbers different tokens in the order in which they come, without making a string of any.</summary>
internal sealed class TokenTable
{
    // Another one in each process, so that no text can be made whose tokens all meet in one slot. The numbers of the
    // tokens do not depend on it.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64() | 1;

    private char[] text = new char[1024];
    private int[] ends = new int[256];
    private int[] hashes = new int[256];
    private int[] slots = new int[512];

    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
        Array.Clear(slots);
    }

    public int Intern(ReadOnlySpan<char> token)
    {
        var hash = Hash(token);
        var mask = slots.Length - 1;
        var slot = hash & mask;
        while (slots[slot] is not 0 and var taken)
        {
            if (hashes[taken - 1] == hash && Text(taken - 1).SequenceEqual(token))
            {
                return taken - 1;
            }

            slot = (slot + 1) & mask;
        }

        Append(token, hash);
        slots[slot] = Count;
        if (Count * 2 > slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    public string NameOf(int token) => Text(token).ToString();

    /// <summary>Mixes four characters at a time.</summary>
    private static int Hash(ReadOnlySpan<char> token)
    {
        var hash = Seed + (ulong)token.Length;
        while (token.Length >= 4)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(token)));
            token = token[4..];
        }

        foreach (var character in token)
        {
            hash = (hash << 16) ^ (hash >> 48) ^ character;
        }

        return (int)(Mix(hash) >> 32);
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, 0x9E3779B97F4A7C15, out var low);
        return high ^ low;
    }

    private ReadOnlySpan<char> Text(int token)
    {
        var start = token == 0 ? 0 : ends[token - 1];
        return text.AsSpan(start, ends[token] - start);
    }

    private void Append(ReadOnlySpan<char> token, int hash)
    {
        var start = Count == 0 ? 0 : ends[Count - 1];
        if (start + token.Length > text.Length)
        {
            Array.Resize(ref text, Math.Max(text.Length * 2, start + token.Length));
        }

        if (Count == ends.Length)
        {
            Array.Resize(ref ends, Count * 2);
            Array.Resize(ref hashes, Count * 2);
        }

        token.CopyTo(text.AsSpan(start));
        ends[Count] = start + token.Length;
        hashes[Count] = hash;
        Count++;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var token = 0; token < Count; token++)
        {
            var slot = hashes[token] & mask;
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = token + 1;
        }
    }
}
