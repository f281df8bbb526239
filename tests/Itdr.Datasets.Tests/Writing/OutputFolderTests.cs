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
}
