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
    private int[]? ends;

    private CandidateTexts(PromptWriter texts, int[] ends, int count)
    {
        this.texts = texts;
        this.ends = ends;
        Count = count;
    }

    /// <summary>The number of candidates.</summary>
    public int Count { get; }

    /// <summary>The text of a candidate.</summary>
    /// <param name="index">The candidate's place in the task, from 0.</param>
    public readonly ReadOnlySpan<char> this[int index] => texts.Written[(index == 0 ? 0 : ends![index - 1])..ends![index]];

    /// <summary>Writes the texts of some candidates.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="candidates">The candidates.</param>
    /// <param name="write">Writes one of them in the format of the slot.</param>
    public static CandidateTexts Render<T>(IReadOnlyList<T> candidates, FragmentWriter<T> write)
    {
        var texts = new PromptWriter(LikelyLength * candidates.Count);
        var ends = ArrayPool<int>.Shared.Rent(candidates.Count);
        for (var index = 0; index < candidates.Count; index++)
        {
            write(ref texts, candidates[index]);
            ends[index] = texts.Length;
        }

        return new CandidateTexts(texts, ends, candidates.Count);
    }

    /// <summary>Writes the texts of candidates that are strings.</summary>
    /// <param name="candidates">The candidates.</param>
    public static CandidateTexts Render(IReadOnlyList<string> candidates) =>
        Render(candidates, static (ref writer, candidate) => writer.Append(candidate));

    /// <summary>Gives the pooled memory back.</summary>
    public void Dispose()
    {
        texts.Dispose();
        if (ends is not null)
        {
            ArrayPool<int>.Shared.Return(ends);
            ends = null;
        }
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

    /// <summary>The length of a candidate's text.</summary>
    internal readonly int Length(int index) => ends![index] - (index == 0 ? 0 : ends[index - 1]);

    /// <summary>Whether two candidates have the same text, and which the first such pair is.</summary>
    internal readonly bool HasTwins(out int first, out int second)
    {
        for (second = 1; second < Count; second++)
        {
            var length = Length(second);
            for (first = 0; first < second; first++)
            {
                if (Length(first) == length && this[second].SequenceEqual(this[first]))
                {
                    return true;
                }
            }
        }

        first = second = -1;
        return false;
    }
}
