using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Itdr.Datasets.Sampling;

/// <summary>
/// XxHash64 (seed 0) over the UTF-8 text of some parts joined by <c>|</c>: the one hash by which users are sampled and
/// split. It depends on nothing but its input, so it is the same on every machine, in every version and for any order of rows.
/// </summary>
internal static class StableHash
{
    /// <summary>The hash of the parts joined by <c>|</c>.</summary>
    public static ulong Of(params ReadOnlySpan<string> parts) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(string.Join('|', parts)));

    /// <summary>The text of a seed in a hash.</summary>
    public static string Text(long seed) => seed.ToString(CultureInfo.InvariantCulture);
}
