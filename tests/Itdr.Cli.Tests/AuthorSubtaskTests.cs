using Itdr.Testing;

namespace Itdr.Cli.Tests;

/// <summary>A subtask that somebody else declares.</summary>
/// <param name="Word">The word.</param>
[Subtask("rhyme")]
[Instruction("Find a rhyme.")]
[Prompt("What rhymes with {Word}?")]
public sealed partial record Rhyme(string Word)
{
    /// <summary>The rhyme.</summary>
    /// <param name="Text">A word.</param>
    [Answer("{Text}")]
    public sealed partial record Answer(string Text);
}

public sealed class AuthorSubtaskTests(InventedFiles files) : IClassFixture<InventedFiles>, IDisposable
{
    private static readonly string Own = typeof(AuthorSubtaskTests).Assembly.Location;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Its_subtasks_are_listed_and_rendered()
    {
        Assert.Contains("rhyme", Tool.Run("list", "subtasks", "--subtasks", Own).Done().Out, StringComparison.Ordinal);
        Assert.Equal("Find a rhyme.\nWhat rhymes with lantern?", Tool.Run(new StringReader("{\"word\":\"lantern\"}"), "render", "rhyme", "--json", "-", "--subtasks", Own).Done().Out);
    }

    [Fact]
    public void Without_it_the_subtask_is_not_known() =>
        Assert.StartsWith("There is no subtask rhyme.", Tool.Run(TextReader.Null, "render", "rhyme", "--json", "-").Wrong(), StringComparison.Ordinal);

    [Fact]
    public void Check_and_export_take_it()
    {
        Tool.Run("check", files.Dataset, "--subtasks", Own).Done();
        Tool.Run("export", files.Dataset, "--format", "alpaca", "--out", folder["lf"], "--subtasks", Own).Done();
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_refused()
    {
        File.WriteAllText(folder["fake.dll"], "no assembly");

        Assert.StartsWith($"{folder["fake.dll"]} cannot be loaded as an assembly with subtasks: ", Tool.Run("list", "--subtasks", folder["fake.dll"]).Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_without_subtasks_is_refused()
    {
        var testing = typeof(TemporaryFolder).Assembly.Location;

        Assert.StartsWith($"{testing} declares no subtask", Tool.Run("list", "--subtasks", testing).Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subtask_whose_id_is_taken_is_refused()
    {
        var message = Tool.Run("list", "--subtasks", Own, "--subtasks", Own).Wrong();

        Assert.StartsWith("Two subtasks have the id rhyme", message, StringComparison.Ordinal);
    }
}
