using System.IO.Hashing;
using System.Text;

namespace Itdr.Datasets.Sources.Records;

/// <summary>Which of several rows for one id stays: the one whose key has the smallest hash, so their order in the file is of no account.</summary>
internal static class RowChoice
{
    /// <summary>The hash of what tells two rows for one id apart.</summary>
    public static ulong HashOf(string key) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(key));
}
