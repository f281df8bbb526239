using System.Diagnostics;

namespace Itdr.PackageTests;

/// <summary>Runs a program to its end and keeps what it wrote.</summary>
internal static class Shell
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program; a non-zero exit fails the test with what the program said.</summary>
    public static string Run(string folder, string packages, string program, params string[] arguments) =>
        RunWithInput("", folder, packages, program, arguments);

    /// <summary>Runs a program that reads a text; a non-zero exit fails the test with what the program said.</summary>
    public static string RunWithInput(string input, string folder, string packages, string program, params string[] arguments)
    {
        var (exit, output) = TryRun(input, folder, packages, program, arguments);
        Assert.True(exit == 0, $"{program} {string.Join(' ', arguments)} ended with {exit}:\n{output}");
        return output;
    }

    /// <summary>Runs a program that reads a text.</summary>
    public static (int Exit, string Output) TryRun(string input, string folder, string packages, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The consumer is a stranger: its packages are its own, and nothing of this build reaches it.
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment.Remove("CI");
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end within {Patience}.");
        }

        return (process.ExitCode, output.Result + error.Result);
    }
}
