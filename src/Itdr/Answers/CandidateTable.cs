using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Itdr;

/// <summary>
/// Finds a candidate by its whole text: an open hash table in memory that the caller lends. Building it compares only
/// texts that share a hash, so that a task of many candidates costs no more for each of them than a small one.
/// </summary>
internal readonly ref struct CandidateTable
{
    /// <summary>How many places a table may have on the stack.</summary>
    public const int MostOnStack = 512;

    private const int Free = 0;
    private const int Taken = -1;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    // A place holds a candidate's index and one.
    private readonly ReadOnlySpan<char> texts;
    private readonly ReadOnlySpan<int> bounds;
    private readonly Span<int> places;

    /// <summary>Prepares a table.</summary>
    /// <param name="texts">The texts of the candidates.</param>
    /// <param name="places">Memory of <see cref="Size"/> places.</param>
    public CandidateTable(in CandidateTexts texts, Span<int> places)
    {
        this.texts = texts.All;
        bounds = texts.Bounds;
        this.places = places;
    }

    /// <summary>How many places a table of so many candidates has: a power of two, at most half of them used.</summary>
    public static int Size(int candidates) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(candidates, 1) * 2);

    /// <summary>Enters the candidates, until two have the same text.</summary>
    /// <param name="twin">The first candidate whose text another before it has, or -1.</param>
    /// <param name="first">The one before it, or -1.</param>
    /// <returns>Whether no two have the same text.</returns>
    public bool TryFill(out int first, out int twin)
    {
        places.Clear();
        for (var index = 0; index < bounds.Length - 1; index++)
        {
            var text = Text(index);
            var place = Place(text);
            for (; places[place] != Free; place = Next(place))
            {
                if (text.SequenceEqual(Text(places[place] - 1)))
                {
                    (first, twin) = (places[place] - 1, index);
                    return false;
                }
            }

            places[place] = index + 1;
        }

        first = twin = -1;
        return true;
    }

    /// <summary>The index of the candidate that has a text, or <see cref="CandidateMatch.None"/> where none has it or it was taken.</summary>
    public int Find(ReadOnlySpan<char> text) => PlaceOf(text) is >= 0 and var place ? places[place] - 1 : CandidateMatch.None;

    /// <summary>Takes the candidate that has a text out of the table, and gives its index as <see cref="Find"/> does.</summary>
    public int Take(ReadOnlySpan<char> text)
    {
        var place = PlaceOf(text);
        if (place < 0)
        {
            return CandidateMatch.None;
        }

        var index = places[place] - 1;
        places[place] = Taken;
        return index;
    }

    private int PlaceOf(ReadOnlySpan<char> text)
    {
        for (var place = Place(text); places[place] != Free; place = Next(place))
        {
            if (places[place] != Taken && text.SequenceEqual(Text(places[place] - 1)))
            {
                return place;
            }
        }

        return -1;
    }

    private ReadOnlySpan<char> Text(int index) => texts[bounds[index]..bounds[index + 1]];

    private int Next(int place) => (place + 1) & (places.Length - 1);

    /// <summary>Where a text belongs: by its length and its ends, which tell most titles apart.</summary>
    private int Place(ReadOnlySpan<char> text)
    {
        var hash = (ulong)text.Length;
        if (text.Length >= 4)
        {
            hash = ((hash + Four(text, 0)) * Golden) ^ Four(text, text.Length - 4);
        }
        else
        {
            foreach (var unit in text)
            {
                hash = (hash << 16) + unit;
            }
        }

        return (int)((hash * Golden) >> 32) & (places.Length - 1);
    }

    private static ulong Four(ReadOnlySpan<char> text, int at) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at)));
}
