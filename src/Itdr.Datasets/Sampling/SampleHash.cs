using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Itdr.Datasets.Sampling;

/// <summary>
/// The hash that decides who is sampled: <see cref="StableHash"/> over <c>seed|source|id</c>. The users with the smallest hashes
/// are taken, whichever the cell, so the cells of a source share most of their users.
/// </summary>
internal sealed class SampleHash
{
    private const int MostDigits = 20;
    private const int MostOnStack = 256;

    private readonly byte[] prefix;

    /// <summary>Makes the hash of a source.</summary>
    /// <param name="seed">The seed of the build.</param>
    /// <param name="source">The name of the source.</param>
    /// <param name="idPrefix">What stands before every id that is given as a number.</param>
    public SampleHash(long seed, string source, string idPrefix = "")
    {
        prefix = Encoding.UTF8.GetBytes($"{StableHash.Text(seed)}|{source}|{idPrefix}");
    }

    /// <summary>The hash of an id.</summary>
    public ulong Of(string id)
    {
        var length = Encoding.UTF8.GetByteCount(id);
        Span<byte> utf8 = length <= MostOnStack ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(id, utf8);
        return Of(utf8);
    }

    /// <summary>The hash of an id in UTF-8.</summary>
    public ulong Of(ReadOnlySpan<byte> id)
    {
        var length = prefix.Length + id.Length;
        Span<byte> text = length <= MostOnStack ? stackalloc byte[length] : new byte[length];
        prefix.CopyTo(text);
        id.CopyTo(text[prefix.Length..]);
        return XxHash64.HashToUInt64(text);
    }

    /// <summary>The hash of an id that is a number: that of its shortest decimal text.</summary>
    public ulong Of(ulong id)
    {
        Span<byte> text = stackalloc byte[prefix.Length + MostDigits];
        prefix.CopyTo(text);
        id.TryFormat(text[prefix.Length..], out var written, default, CultureInfo.InvariantCulture);
        return XxHash64.HashToUInt64(text[..(prefix.Length + written)]);
    }
}
