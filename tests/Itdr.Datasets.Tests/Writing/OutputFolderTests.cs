using Itdr.Testing;

namespace Itdr.Datasets.Tests.Writing;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Files_have_final_names_only_after_completion()
    {
        using var output = OutputFolder.Create(folder["out"]);
        output.CreateFile("a/one.txt").Dispose();
        output.CreateFile("two.txt").Dispose();
        Assert.Equal([".partial/", ".partial/a/", ".partial/a/one.txt", ".partial/two.txt"], folder.Entries("out"));

        output.Complete(last: "two.txt");

        Assert.Equal(["a/", "a/one.txt", "two.txt"], folder.Entries("out"));
    }

    [Fact]
    public void What_was_not_completed_goes_away_with_the_folder_made_for_it()
    {
        using (var output = OutputFolder.Create(folder["out"]))
        {
            output.CreateFile("one.txt").Dispose();
        }

        Assert.Empty(folder.Entries());
    }

    [Fact]
    public void A_folder_that_was_there_stays_when_nothing_is_completed()
    {
        Directory.CreateDirectory(folder["out"]);
        OutputFolder.Create(folder["out"]).Dispose();

        Assert.Equal(["out/"], folder.Entries());
    }

    [Fact]
    public void What_a_killed_run_left_is_overwritten()
    {
        Directory.CreateDirectory(folder["out/.partial"]);
        File.WriteAllText(folder["out/.partial/old.txt"], "old");
        using var output = OutputFolder.Create(folder["out"]);
        output.CreateFile("new.txt").Dispose();
        output.Complete();

        Assert.Equal(["new.txt"], folder.Entries("out"));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(folder["out"], "");

        var error = Assert.Throws<DatasetException>(() => OutputFolder.Create(folder["out"]));

        Assert.Equal($"{folder["out"]} is a file; name a folder for the output.", error.Message);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_answered_in_one_sentence_that_speaks_of_no_missing_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "");
        var output = Path.Combine(folder["file"], "out");
        var message = Assert.Throws<DatasetException>(() => OutputFolder.Create(output)).Message;
        Assert.StartsWith($"{output} cannot be written to: ", message, StringComparison.Ordinal);
        Assert.EndsWith("; name a folder where you may write.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("ould not find", message, StringComparison.Ordinal);
    }
}
