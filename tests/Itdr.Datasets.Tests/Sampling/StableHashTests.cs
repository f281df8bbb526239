using System.IO.Hashing;
using System.Text;
using CsCheck;
using Itdr.Datasets.Sampling;

namespace Itdr.Datasets.Tests.Sampling;

public class StableHashTests
{
    /// <summary>The value was computed by another implementation of XXH64; if it moves, every dataset moves.</summary>
    [Fact]
    public void The_hash_of_a_known_text_never_changes() =>
        Assert.Equal(0x44BC2CF5AD770999UL, XxHash64.HashToUInt64("abc"u8));

    [Fact]
    public void A_number_hashes_like_its_text_and_like_the_parts_joined() =>
        Gen.Select(Gen.ULong, Gen.Long).Sample(static (id, seed) =>
        {
            var hash = new SampleHash(seed, "movielens-1m");
            Assert.Equal(hash.Of(id.ToString(System.Globalization.CultureInfo.InvariantCulture)), hash.Of(id));
            Assert.Equal(StableHash.Of(StableHash.Text(seed), "movielens-1m", StableHash.Text((long)(id >> 1))), hash.Of(id >> 1));
        });

    [Fact]
    public void A_long_id_hashes_as_its_UTF_8()
    {
        var id = string.Concat(Enumerable.Repeat("é東", 200));
        Assert.Equal(XxHash64.HashToUInt64(Encoding.UTF8.GetBytes("5|s|" + id)), new SampleHash(5, "s").Of(id));
    }
}
