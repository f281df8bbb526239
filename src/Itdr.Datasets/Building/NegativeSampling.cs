namespace Itdr.Datasets;

/// <summary>How the negatives of a ranking instance are drawn. They are never touched by the user, whichever it is.</summary>
public enum NegativeSampling
{
    /// <summary>Every item alike.</summary>
    Uniform,

    /// <summary>An item as often as rows of the source name it.</summary>
    Popularity,

    /// <summary>Every item alike that shares a category with a positive; any item where none is left.</summary>
    SameCategory,
}

/// <summary>The names of the ways to draw negatives, on the command line and in files.</summary>
public static class NegativeSamplingNames
{
    /// <summary>The ways, in the order in which everything lists them.</summary>
    public static IReadOnlyList<NegativeSampling> All { get; } =
        [NegativeSampling.Uniform, NegativeSampling.Popularity, NegativeSampling.SameCategory];

    /// <summary>The name: <c>uniform</c>, <c>popularity</c> or <c>same-category</c>.</summary>
    /// <param name="sampling">The way.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such way.</exception>
    public static string Name(this NegativeSampling sampling) => sampling switch
    {
        NegativeSampling.Uniform => "uniform",
        NegativeSampling.Popularity => "popularity",
        NegativeSampling.SameCategory => "same-category",
        _ => throw new ArgumentOutOfRangeException(nameof(sampling), sampling, "There is no such way to draw negatives."),
    };

    /// <summary>What stands in files where each cell says how.</summary>
    internal const string Default = "default";

    /// <summary>Reads a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="DatasetException">It is none of the names.</exception>
    public static NegativeSampling Parse(string name)
    {
        foreach (var sampling in All)
        {
            if (sampling.Name() == name)
            {
                return sampling;
            }
        }

        throw new DatasetException($"There is no way {name} to draw negatives; use one of {Phrase.List(All.Select(static way => way.Name()))}.");
    }
}
