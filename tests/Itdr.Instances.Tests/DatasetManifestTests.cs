using System.Text;
using Itdr.Testing;

namespace Itdr.Instances.Tests;

public sealed class DatasetManifestTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public DatasetManifestTests()
    {
        Directory.CreateDirectory(folder["instances"]);
        File.WriteAllText(folder["instances/top-k.a.test.jsonl"], "{}\n");
        File.WriteAllText(folder["instances/top-k.a.train.jsonl"], "");
        File.WriteAllText(folder["README.md"], "# é\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_written_reads_back_and_writes_the_same_bytes()
    {
        var first = Bytes(Manifest());
        var read = DatasetManifest.Read(new MemoryStream(first), "manifest.json");

        Assert.Equal(first, Bytes(read));
        Assert.Equal(SplitBy.User, read.Options.SplitBy);
        Assert.Equal("4", Assert.Single(read.Cells).Settings["min-rating"]);
        Assert.DoesNotContain((byte)'\r', first);
        Assert.Contains("rated ≥ 4 & <more>", Encoding.UTF8.GetString(first), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_as_listed_has_no_mismatch()
    {
        Save(Manifest());

        Assert.Empty(DatasetManifest.Load(folder.Path).Verify(folder.Path));
    }

    [Fact]
    public void A_changed_a_grown_a_missing_and_an_unlisted_file_are_found()
    {
        var manifest = Manifest();
        Save(manifest);
        File.WriteAllText(folder["instances/top-k.a.test.jsonl"], "[]\n");
        File.AppendAllText(folder["README.md"], "more");
        File.Delete(folder["instances/top-k.a.train.jsonl"]);
        File.WriteAllText(folder["instances/extra.jsonl"], "");

        var found = manifest.Verify(folder.Path);

        Assert.Equal(
            [
                "README.md has 9 bytes, and the manifest says 5",
                "instances/top-k.a.test.jsonl is not the file that the manifest was made for: its SHA-256 differs",
                "instances/top-k.a.train.jsonl is missing",
                "instances/extra.jsonl is not listed in the manifest",
            ],
            found.Select(static mismatch => $"{mismatch.Path} {mismatch.Problem}"));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("instances/../../secret")]
    [InlineData("/etc/hostname")]
    [InlineData("C:\\secret")]
    [InlineData("a\\b")]
    [InlineData("a//b")]
    [InlineData("./a")]
    [InlineData("")]
    public void A_path_that_leads_out_of_the_folder_is_refused(string path)
    {
        var bytes = Bytes(Manifest() with { Files = [new ManifestFile(path, 1, "00")] });

        var error = Assert.Throws<DatasetFormatException>(() => DatasetManifest.Read(new MemoryStream(bytes), "m.json"));

        Assert.Equal($"m.json: it lists \"{path}\", which is not a path inside the folder.", error.Message);
    }

    [Fact]
    public void A_path_listed_twice_is_refused()
    {
        var bytes = Bytes(Manifest() with { Files = [new ManifestFile("a", 1, "00"), new ManifestFile("a", 1, "00")] });

        Assert.Throws<DatasetFormatException>(() => DatasetManifest.Read(new MemoryStream(bytes), "m.json"));
    }

    [Theory]
    [InlineData("{]", "m.json:1: it is not a manifest, at $")]
    [InlineData("null", "m.json: it is not a manifest, it is null.")]
    [InlineData("{\"format\":1}", "m.json:1: it is not a manifest, at $")]
    public void What_is_no_manifest_is_refused(string text, string message)
    {
        var error = Assert.Throws<DatasetFormatException>(() => DatasetManifest.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "m.json"));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_that_is_cut_off_anywhere_is_said_to_end_in_the_middle()
    {
        var bytes = Bytes(Manifest());
        for (var length = 0; length < bytes.Length - 2; length++)
        {
            var error = Assert.Throws<DatasetFormatException>(() => DatasetManifest.Read(new MemoryStream(bytes[..length]), "m.json"));
            Assert.Equal("it ends in the middle, so the file is not complete; build the dataset again", error.Problem);
        }
    }

    [Fact]
    public void An_unknown_field_and_a_wrong_type_are_refused_by_their_place()
    {
        var text = Encoding.UTF8.GetString(Bytes(Manifest()));

        Assert.Contains("$.sed", Refused(text.Replace("\"seed\"", "\"sed\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("$.cells[0].version", Refused(text.Replace("\"version\": 1", "\"version\": \"one\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("format 2", Refused(text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_not_a_dataset()
    {
        var error = Assert.Throws<DatasetFormatException>(() => DatasetManifest.Load(folder.Path));
        Assert.Equal($"{folder.Path}: there is no manifest.json, so it is not a finished dataset; build one with itdr build.", error.Message);

        var missing = Assert.Throws<DatasetFormatException>(() => DatasetManifest.Load(folder["nowhere"]));
        Assert.Equal($"{folder["nowhere"]}: there is no such folder.", missing.Message);
    }

    [Fact]
    public void A_folder_opens_with_its_instance_files_in_the_order_of_cells_and_splits()
    {
        Save(Manifest());

        var opened = InstanceFolder.Open(folder.Path);

        Assert.Equal(["instances/top-k.a.train.jsonl", "instances/top-k.a.test.jsonl"], opened.Files.Select(static file => file.Path));
    }

    [Fact]
    public void An_instance_file_of_no_cell_is_refused()
    {
        Save(Manifest() with { Cells = [] });

        var error = Assert.Throws<DatasetFormatException>(() => InstanceFolder.Open(folder.Path));

        Assert.Contains("which belongs to no cell", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_does_not_open_as_another_subtask()
    {
        Save(Manifest());
        var file = InstanceFolder.Open(folder.Path).Files[0];

        Assert.Throws<ArgumentException>(() => file.Open(Subtasks.NextItemRecommendation.Descriptor));
        using var reader = file.Open(Subtasks.TopKRecommendation.Descriptor);
        Assert.Empty(reader.ReadAll());
    }

    private static byte[] Bytes(DatasetManifest manifest)
    {
        using var stream = new MemoryStream();
        manifest.Write(stream);
        return stream.ToArray();
    }

    private static string Refused(string text) =>
        Assert.Throws<DatasetFormatException>(() => DatasetManifest.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "m.json")).Message;

    private void Save(DatasetManifest manifest) => File.WriteAllBytes(folder[DatasetManifest.FileName], Bytes(manifest));

    private DatasetManifest Manifest() => new()
    {
        Seed = 42,
        Options = new ManifestOptions { Limit = 10, Split = "8:1:1", SplitBy = SplitBy.User, Negatives = "uniform" },
        Sources = [new ManifestSource { Name = "a", Files = [new ManifestSourceFile { Name = "ratings.dat", Size = 3, Sha256 = "aa", Rows = 1 }] }],
        Cells =
        [
            new ManifestCell
            {
                Subtask = "top-k",
                Source = "a",
                Version = 1,
                TemplateHash = "bb",
                Settings = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["min-rating"] = "4" },
                Eligible = 1,
                Instances = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["train"] = 0, ["test"] = 1 },
                Dropped = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["rated ≥ 4 & <more>"] = 1 },
            },
        ],
        Files = [.. new[] { "README.md", "instances/top-k.a.test.jsonl", "instances/top-k.a.train.jsonl" }.Select(path => ManifestFile.Of(folder.Path, path))],
    };
}
