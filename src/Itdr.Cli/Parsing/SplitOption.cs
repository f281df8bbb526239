using Itdr.Instances;

namespace Itdr.Cli.Parsing;

/// <summary>Reads the name of a split on a command line.</summary>
internal static class SplitOption
{
    /// <summary>Reads it.</summary>
    /// <exception cref="UsageException">There is no such split.</exception>
    public static Split Parse(string text) => SplitNames.TryParse(text, out var split)
        ? split.Value
        : throw new UsageException($"{text} is no split; there is {string.Join(", ", SplitNames.All.Select(static known => known.Name()))}");
}
