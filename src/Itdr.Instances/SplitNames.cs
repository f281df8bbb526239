using System.Diagnostics.CodeAnalysis;

namespace Itdr.Instances;

/// <summary>The names of the splits in files and on the command line.</summary>
public static class SplitNames
{
    /// <summary>The splits, in the order in which everything lists them.</summary>
    public static IReadOnlyList<Split> All { get; } = [Split.Train, Split.Validation, Split.Test];

    /// <summary>The name of a split: <c>train</c>, <c>val</c> or <c>test</c>.</summary>
    /// <param name="split">The split.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such split.</exception>
    public static string Name(this Split split) => split switch
    {
        Split.Train => "train",
        Split.Validation => "val",
        Split.Test => "test",
        _ => throw new ArgumentOutOfRangeException(nameof(split), split, "There is no such split."),
    };

    /// <summary>Reads the name of a split.</summary>
    /// <param name="name">The name.</param>
    /// <param name="split">The split.</param>
    /// <returns>Whether the name is one of a split.</returns>
    public static bool TryParse(string name, [NotNullWhen(true)] out Split? split)
    {
        split = name switch
        {
            "train" => Split.Train,
            "val" => Split.Validation,
            "test" => Split.Test,
            _ => null,
        };
        return split is not null;
    }
}
