using System.Text;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Sources.Containers;

public class ContainerTests
{
    private const string Ratings = "1::1::5::1000000100\n2::2::3::1000000200\n";

    private static readonly (string Name, byte[] Content)[] Ml1M =
    [
        ("ml-1m/ratings.dat", Encoding.Latin1.GetBytes(Ratings)),
        ("ml-1m/movies.dat", Encoding.Latin1.GetBytes(RawFiles.Ml1MMovies)),
        ("ml-1m/users.dat", Encoding.Latin1.GetBytes(RawFiles.Ml1MUsers)),
    ];

    public static TheoryData<string> Forms => ["folder", "inner folder", "zip", "zip in a folder", "tar", "tar.gz", "tgz in a folder", "gz in a folder", "other case"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void However_the_files_are_packed_the_tables_and_the_manifest_are_the_same(string form)
    {
        using var folder = new TemporaryFolder();
        var tables = ReadTables.Of(RawFiles.Ml1M, Pack(folder, form));
        Assert.Equal("1=5@1000000100", tables.HistoryOf("1"));
        Assert.Equal(["One (1990)", "Two (1991)", "Three (1992)"], tables.Titles.Values);
        var ratings = tables.Audits.Single(static audit => audit.File.Name.Equals("ratings.dat", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(Ratings.Length, ratings.File.Size);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Packed.Bytes(Ratings))), ratings.File.Sha256);
    }

    [Fact]
    public void What_is_unpacked_lies_in_the_spill_folder_and_is_gone_afterwards()
    {
        using var folder = new TemporaryFolder();
        var built = DatasetBuilder.Build(new BuildOptions { Sources = [new SourceInput(RawFiles.Ml1M, Pack(folder, "zip"))], Output = folder["out"], Threads = 1 });
        Assert.Equal(3, built.Sources.Single().Files.Count);
        Assert.DoesNotContain(folder.Entries(), static entry => entry.Contains("unpacked", StringComparison.Ordinal) || entry.Contains("spill", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bad_row_in_an_archive_is_named_with_the_archive_its_member_and_line()
    {
        using var folder = new TemporaryFolder();
        var zip = folder.Zip("a.zip", [.. Ml1M.Skip(1), ("ml-1m/ratings.dat", Packed.Bytes("1::1::5::1000000100\n2::2::9::1000000200\n"))]);
        var error = Assert.Throws<DatasetException>(() => ReadTables.Of(RawFiles.Ml1M, zip));
        Assert.StartsWith($"{zip}: ml-1m/ratings.dat line 2: rating out of range", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_file_is_taken_before_its_packed_copy()
    {
        using var folder = new TemporaryFolder();
        Pack(folder, "folder");
        folder.Gzip("ratings.dat.gz", Packed.Bytes("no ratings"));
        Assert.Empty(ReadTables.Of(RawFiles.Ml1M, folder.Path).Refused);
    }

    [Fact]
    public void Two_folders_that_each_hold_the_source_are_no_guess()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "a", "b" })
        {
            Directory.CreateDirectory(folder[name]);
            foreach (var (member, content) in Ml1M)
            {
                File.WriteAllBytes(folder[$"{name}/{Path.GetFileName(member)}"], content);
            }
        }

        var error = Assert.Throws<DatasetException>(() => ReadTables.Of(RawFiles.Ml1M, folder.Path));
        Assert.Equal($"movielens-1m finds ratings.dat twice, as {folder["a/ratings.dat"]} and as {folder["b/ratings.dat"]}; name the folder or archive of one of them.", error.Message);
    }

    [Fact]
    public void An_archive_without_the_files_says_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        var zip = folder.Zip("a.zip", ("ml-1m/ratings.dat", [1]));
        var error = Assert.Throws<DatasetException>(() => ReadTables.Of(RawFiles.Ml1M, zip));
        Assert.Equal($"{zip} has no users.dat and movies.dat; movielens-1m needs ratings.dat, users.dat and movies.dat.", error.Message);
    }

    private static string Pack(TemporaryFolder folder, string form)
    {
        switch (form)
        {
            case "zip":
                return folder.Zip("ml-1m.zip", Ml1M);
            case "zip in a folder":
                folder.Zip("ml-1m.zip", Ml1M);
                break;
            case "tar" or "tar.gz":
                return folder.Tar("ml-1m." + form, Ml1M);
            case "tgz in a folder":
                folder.Tar("ml-1m.tgz", Ml1M);
                break;
            default:
                foreach (var (name, content) in Ml1M)
                {
                    var target = folder[form == "inner folder" ? name : form == "other case" ? Path.GetFileName(name).ToUpperInvariant() : Path.GetFileName(name)];
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    File.WriteAllBytes(form == "gz in a folder" ? target + ".gz" : target, form == "gz in a folder" ? Packed.Gzipped(content) : content);
                }

                break;
        }

        return folder.Path;
    }
}
