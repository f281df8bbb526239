using System.Diagnostics;

namespace Itdr.Samples.Tests.Running;

/// <summary>A sample, run from its own output.</summary>
internal static class SampleProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs a sample to its end.</summary>
    public static async Task<SampleOutput> RunAsync(string name, params string[] arguments)
    {
        using var process = Start(name, arguments);
        using var late = new CancellationTokenSource(Patience);
        var error = process.StandardError.ReadToEndAsync(late.Token);
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        try
        {
            await process.WaitForExitAsync(late.Token);
            return new SampleOutput(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The sample {name} did not end within {Patience}.");
        }
    }

    /// <summary>Starts a sample whose output the caller reads.</summary>
    public static Process Start(string name, params string[] arguments)
    {
        // artifacts/bin/Itdr.Samples.Tests/CONFIGURATION lies beside artifacts/bin/SAMPLE/CONFIGURATION.
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var program = Path.Combine(own.Parent!.Parent!.FullName, name, own.Name, $"{name}.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }
}

/// <summary>What a sample wrote, and how it ended.</summary>
internal sealed record SampleOutput(int Exit, string Output, string Error);
