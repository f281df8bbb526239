using System.Diagnostics.CodeAnalysis;

namespace Itdr.Instances;

/// <summary>The name of an instance file: <c>subtask.source.split.jsonl</c>.</summary>
public sealed record InstanceFileName
{
    private const string Extension = ".jsonl";

    /// <summary>Names the file of one cell and split.</summary>
    /// <param name="subtask">The id of the subtask; letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="source">The name of the source; letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="split">The split.</param>
    /// <exception cref="ArgumentException">A name is empty or holds another character.</exception>
    public InstanceFileName(string subtask, string source, Split split)
    {
        Subtask = RequirePart(subtask, nameof(subtask));
        Source = RequirePart(source, nameof(source));
        Split = split;
    }

    /// <summary>The id of the subtask.</summary>
    public string Subtask { get; }

    /// <summary>The name of the source.</summary>
    public string Source { get; }

    /// <summary>The split.</summary>
    public Split Split { get; }

    /// <summary>The cell: <c>subtask/source</c>.</summary>
    public string Cell => $"{Subtask}/{Source}";

    /// <summary>The name of the file.</summary>
    public override string ToString() => $"{Subtask}.{Source}.{Split.Name()}{Extension}";

    /// <summary>Reads the name of an instance file.</summary>
    /// <param name="fileName">The name, without a folder.</param>
    /// <param name="name">Its parts.</param>
    /// <returns>Whether it is such a name.</returns>
    public static bool TryParse(string fileName, [NotNullWhen(true)] out InstanceFileName? name)
    {
        name = null;
        if (!fileName.EndsWith(Extension, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = fileName[..^Extension.Length].Split('.');
        if (parts.Length == 3 && IsPart(parts[0]) && IsPart(parts[1]) && SplitNames.TryParse(parts[2], out var split))
        {
            name = new InstanceFileName(parts[0], parts[1], split.Value);
        }

        return name is not null;
    }

    private static string RequirePart(string part, string parameter) =>
        IsPart(part) ? part : throw new ArgumentException($"\"{part}\" cannot be part of a file name; use letters, digits, - and _.", parameter);

    private static bool IsPart(string part) =>
        part.Length > 0 && part.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
