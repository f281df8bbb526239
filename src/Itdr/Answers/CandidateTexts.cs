using System.Buffers;
using System.Collections.Immutable;

namespace Itdr;

/// <summary>
/// The texts of a task's candidates in the format of one answer slot, side by side in pooled memory. Candidates are
/// always matched as these whole texts, so whatever stands inside a title is safe. Dispose it to give the memory back.
/// </summary>
public ref struct CandidateTexts : IDisposable
{
    private const int LikelyLength = 48;

    private PromptWriter texts;
    private readonly Span<int> bounds;
    private int[]? rented;

    private CandidateTexts(PromptWriter texts, Span<int> bounds, int[]? rented)
    {
        this.texts = texts;
        this.bounds = bounds;
        this.rented = rented;
    }

    /// <summary>The number of candidates.</summary>
    public readonly int Count => bounds.Length - 1;

    /// <summary>The text of a candidate.</summary>
    /// <param name="index">The candidate's place in the task, from 0.</param>
    public readonly ReadOnlySpan<char> this[int index] => texts.Written[bounds[index]..bounds[index + 1]];

    /// <summary>The texts, one behind the other.</summary>
    internal readonly ReadOnlySpan<char> All => texts.Written;

    /// <summary>Where each text starts in <see cref="All"/>, and where the last one ends.</summary>
    internal readonly ReadOnlySpan<int> Bounds => bounds;

    /// <summary>Writes the texts of some candidates.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="candidates">The candidates.</param>
    /// <param name="write">Writes one of them in the format of the slot.</param>
    public static CandidateTexts Render<T>(IReadOnlyList<T> candidates, FragmentWriter<T> write) =>
        Render(candidates, write, new PromptWriter(LikelyLength * candidates.Count), []);

    /// <summary>Writes the texts of candidates that are strings.</summary>
    /// <param name="candidates">The candidates.</param>
    public static CandidateTexts Render(IReadOnlyList<string> candidates) => Render(candidates, WriteString);

    /// <summary>Gives the pooled memory back.</summary>
    public void Dispose()
    {
        texts.Dispose();
        var toReturn = rented;
        this = default;
        if (toReturn is not null)
        {
            ArrayPool<int>.Shared.Return(toReturn);
        }
    }

    /// <summary>Writes a candidate that is a string.</summary>
    internal static void WriteString(ref PromptWriter writer, string candidate) => writer.Append(candidate);

    /// <summary>Writes the texts of some candidates into memory that the caller lends, and into pooled memory beyond it.</summary>
    internal static CandidateTexts Render<T>(IReadOnlyList<T> candidates, FragmentWriter<T> write, PromptWriter texts, Span<int> bounds)
    {
        var count = candidates.Count + 1;
        var rented = count > bounds.Length ? ArrayPool<int>.Shared.Rent(count) : null;
        bounds = rented is null ? bounds[..count] : rented.AsSpan(0, count);
        bounds[0] = 0;

        // Most tasks hold arrays, whose entries take no call.
        var array = candidates as T[];
        for (var index = 1; index < bounds.Length; index++)
        {
            write(ref texts, array is null ? candidates[index - 1] : array[index - 1]);
            bounds[index] = texts.Length;
        }

        return new CandidateTexts(texts, bounds, rented);
    }

    /// <summary>The texts as strings that outlive the pooled memory.</summary>
    internal readonly ImmutableArray<string> ToArray()
    {
        var array = ImmutableArray.CreateBuilder<string>(Count);
        for (var index = 0; index < Count; index++)
        {
            array.Add(this[index].ToString());
        }

        return array.MoveToImmutable();
    }
}
