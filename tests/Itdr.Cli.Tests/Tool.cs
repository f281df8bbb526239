using System.Text.Json;

namespace Itdr.Cli.Tests;

/// <summary>Runs the tool in this process and keeps what it said.</summary>
internal sealed record Tool(int ExitCode, string Out, string Error)
{
    public static Tool Run(params string[] args) => Run(TextReader.Null, args);

    public static Tool Run(TextReader input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = Program.Run(args, output, error, input);
        return new Tool(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>What was written, as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Requires that the work was done.</summary>
    public Tool Done()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Error}");
        return this;
    }

    /// <summary>Requires a refusal in one sentence, and gives it back.</summary>
    public string Wrong()
    {
        Assert.Equal(2, ExitCode);
        Assert.Equal("", Out);
        var lines = Error.TrimEnd('\n').Split('\n');
        Assert.DoesNotContain(lines, static line => line.StartsWith("   at ", StringComparison.Ordinal));
        return lines[^1];
    }
}
