namespace Itdr.Instances;

/// <summary>A raw file that was read.</summary>
public sealed record ManifestSourceFile
{
    /// <summary>Its name, without a folder of the machine.</summary>
    public required string Name { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of its bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The rows that it holds, a header not counted.</summary>
    public long Rows { get; init; }

    /// <summary>How many of the rows were refused, by reason.</summary>
    public SortedDictionary<string, long> Refused { get; init; } = new(StringComparer.Ordinal);
}
