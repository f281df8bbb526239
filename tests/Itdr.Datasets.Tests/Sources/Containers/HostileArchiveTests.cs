using System.Formats.Tar;
using System.IO.Compression;
using Itdr.Datasets.Sources.Containers;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Sources.Containers;

public class HostileArchiveTests
{
    private static readonly ContainerLimits Small = new(MostMembers: 3, MostBytes: 1 << 20, MostRatio: 50, FreeBytes: 4096);

    [Theory]
    [InlineData("../evil.csv")]
    [InlineData("a/../../evil.csv")]
    [InlineData("a/..")]
    [InlineData("/etc/evil.csv")]
    [InlineData("C:/evil.csv")]
    [InlineData("c:evil.csv")]
    [InlineData(@"..\evil.csv")]
    [InlineData(@"\\host\share\evil.csv")]
    public void A_name_that_leads_out_of_an_archive_is_refused(string name)
    {
        using var folder = new TemporaryFolder();
        var zip = folder.Zip("a.zip", ("fine.csv", Packed.Bytes("a")), (name, Packed.Bytes("b")));
        Assert.Equal($"{zip} has a member named \"{name}\", which leads out of the archive; take the publisher's archive.", Packed.Refusal(zip));
        var tar = folder.Tar("a.tar.gz", (name, Packed.Bytes("b")));
        Assert.Equal($"{tar} has a member named \"{name}\", which leads out of the archive; take the publisher's archive.", Packed.Refusal(tar));
    }

    [Theory]
    [InlineData("a..b/c.csv")]
    [InlineData("..a/c.csv")]
    [InlineData("./c.csv")]
    public void A_name_with_dots_that_stays_inside_is_read(string name)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal([name.Replace("./", "", StringComparison.Ordinal)], Packed.Inventory(folder.Zip("a.zip", (name, [1]))).Keys);
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.CharacterDevice)]
    [InlineData(TarEntryType.Fifo)]
    public void A_link_or_device_in_a_tar_archive_is_refused(TarEntryType type)
    {
        using var folder = new TemporaryFolder();
        using (var archive = new TarWriter(File.Create(folder["a.tar"])))
        {
            var entry = new PaxTarEntry(type, "ratings.csv");
            if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                entry.LinkName = "/etc/passwd";
            }

            archive.WriteEntry(entry);
        }

        Assert.Equal($"{folder["a.tar"]} has a link or device named \"ratings.csv\" instead of a file; take the publisher's archive.", Packed.Refusal(folder["a.tar"]));
    }

    [Fact]
    public void A_link_in_a_zip_archive_is_refused()
    {
        using var folder = new TemporaryFolder();
        using (var archive = ZipFile.Open(folder["a.zip"], ZipArchiveMode.Create))
        {
            var entry = archive.CreateEntry("ratings.csv");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var stream = entry.Open();
            stream.Write(Packed.Bytes("/etc/passwd"));
        }

        Assert.Contains("has a link or device named \"ratings.csv\"", Packed.Refusal(folder["a.zip"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_stopped_at_the_ratio_before_it_fills_anything()
    {
        using var folder = new TemporaryFolder();
        var zeros = new byte[512 * 1024];
        foreach (var path in new[] { folder.Zip("a.zip", ("a.csv", zeros)), folder.Gzip("a.csv.gz", zeros) })
        {
            var entry = Packed.Inventory(path, Small)["a.csv"];
            Assert.Contains($"{entry.Label} unpacks to more than 50 times its ", Packed.ReadingFailure(entry), StringComparison.Ordinal);
        }

        Assert.Contains("unpacks to more than 50 times", Packed.Refusal(folder.Tar("a.tar.gz", ("a.csv", zeros), ("b.csv", zeros)), Small), StringComparison.Ordinal);
    }

    [Fact]
    public void Content_that_is_too_large_is_stopped_however_well_it_is_packed()
    {
        using var folder = new TemporaryFolder();
        var noise = new byte[(1 << 20) + 1];
        new Random(1).NextBytes(noise);
        var entry = Packed.Inventory(folder.Zip("a.zip", ("a.csv", noise)), Small)["a.csv"];
        Assert.Equal($"{entry.Label} unpacks to more than 1048576 bytes, which no file of a source does; take the publisher's archive.", Packed.ReadingFailure(entry));
    }

    [Fact]
    public void Text_that_packs_well_is_no_bomb()
    {
        using var folder = new TemporaryFolder();
        var text = Packed.Bytes(string.Concat(Enumerable.Range(0, 200_000).Select(static row => $"{row},{row % 7},5.0,100000{row % 97}\n")));
        Assert.Equal(text, Packed.Inventory(folder.Gzip("a.csv.gz", text))["a.csv"].ReadToEnd());
    }

    [Fact]
    public void An_archive_of_too_many_members_is_refused()
    {
        using var folder = new TemporaryFolder();
        (string, byte[])[] members = [.. Enumerable.Range(0, 4).Select(static place => ($"{place}.csv", new byte[] { 1 }))];
        Assert.Contains("has 4 members, more than 3;", Packed.Refusal(folder.Zip("a.zip", members), Small), StringComparison.Ordinal);
        Assert.Contains("has more than 3 members;", Packed.Refusal(folder.Tar("a.tar", members), Small), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Gzip_that_is_cut_off_is_refused_with_the_place(double part)
    {
        using var folder = new TemporaryFolder();
        var noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        var whole = Packed.Gzipped(noise);
        File.WriteAllBytes(folder["a.csv.gz"], whole[..(int)(whole.Length * part)]);
        Assert.Matches(@"a\.csv\.gz is damaged or cut off after \d+ bytes of content: .*; take a whole copy of it\.", Packed.ReadingFailure(Packed.Inventory(folder.Path)["a.csv"]));
    }

    [Fact]
    public void Gzip_whose_last_bytes_are_missing_is_refused()
    {
        using var folder = new TemporaryFolder();
        var whole = Packed.Gzipped(Packed.Bytes("user,item\n1,2\n"));
        foreach (var missing in new[] { 1, 4, 8 })
        {
            File.WriteAllBytes(folder["a.csv.gz"], whole[..^missing]);
            Assert.Contains("is damaged or cut off", Packed.ReadingFailure(Packed.Inventory(folder.Path)["a.csv"]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Gzip_of_several_members_is_read_whole_and_a_cut_in_any_of_them_is_seen()
    {
        using var folder = new TemporaryFolder();
        byte[] whole = [.. Packed.Gzipped(Packed.Bytes("user,item\n1,2\n")), .. Packed.Gzipped(Packed.Bytes("3,4\n")), .. Packed.Gzipped([])];
        var path = folder["a.csv.gz"];
        File.WriteAllBytes(path, whole);
        Assert.Equal(Packed.Bytes("user,item\n1,2\n3,4\n"), Packed.Inventory(path)["a.csv"].ReadToEnd());
        int[] ends = [Packed.Gzipped(Packed.Bytes("user,item\n1,2\n")).Length, whole.Length - Packed.Gzipped([]).Length];
        for (var length = 1; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var failure = Record.Exception(() => Packed.Inventory(path)["a.csv"].ReadToEnd());
            Assert.True(ends.Contains(length) ? failure is null : failure is DatasetException, $"The first {length} of {whole.Length} bytes gave {failure}.");
        }
    }

    [Fact]
    public void A_zip_member_with_a_flipped_bit_is_refused()
    {
        using var folder = new TemporaryFolder();
        var noise = new byte[10_000];
        new Random(1).NextBytes(noise);
        var zip = folder.Zip("a.zip", ("a.csv", noise));
        var bytes = File.ReadAllBytes(zip);
        bytes[5000] ^= 1;
        File.WriteAllBytes(zip, bytes);
        Assert.Contains("is damaged", Packed.ReadingFailure(Packed.Inventory(zip)["a.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_or_tar_that_is_cut_off_is_refused()
    {
        using var folder = new TemporaryFolder();
        var noise = new byte[10_000];
        new Random(1).NextBytes(noise);
        foreach (var path in new[] { folder.Zip("a.zip", ("a.csv", noise)), folder.Tar("a.tar", ("a.csv", noise)), folder.Tar("b.tar.gz", ("a.csv", noise)) })
        {
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..5000]);
            var error = Assert.Throws<DatasetException>(() => Packed.Inventory(path)["a.csv"].ReadToEnd());
            Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_archive_inside_an_archive_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        var inner = File.ReadAllBytes(folder.Zip("inner.zip", ("ratings.csv", [1])));
        Assert.Equal(["inner.zip"], Packed.Inventory(folder.Zip("outer.zip", ("inner.zip", inner))).Keys);
    }
}
