using System.Diagnostics;
using System.Globalization;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>
/// The command <c>readers</c>: writes the files of each source at full size, builds its cells by the command line as a whole
/// process, and prints rows a second and the most memory that the process had. See Building/README.md.
/// </summary>
internal static class ReaderTimes
{
    /// <summary>The name of the command.</summary>
    public const string Name = "readers";

    private const int MillisecondsBetweenLooks = 20;
    private const double MiB = 1 << 20;

    /// <summary>Runs it.</summary>
    /// <returns>0; 1 if a build failed; 2 if it was called wrongly.</returns>
    public static int Run(string[] arguments)
    {
        if (ReaderOptions.Read(arguments) is not { } options)
        {
            Console.Error.WriteLine(ReaderOptions.Usage);
            return 2;
        }

        if (!File.Exists(options.Tool))
        {
            Console.Error.WriteLine($"There is no {options.Tool}; build src/Itdr.Cli with -c Release first.");
            return 2;
        }

        Console.WriteLine("| source | files | rows | seconds | rows/s | MB/s | peak MiB | |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---|");
        var isWhole = true;
        foreach (var (source, rows) in options.Runs)
        {
            isWhole &= Measure(source, rows, options);
        }

        return isWhole ? 0 : 1;
    }

    private static bool Measure(ReaderSource source, long rows, ReaderOptions options)
    {
        var folder = Path.Combine(options.Folder, $"itdr-readers-{Environment.ProcessId}");
        try
        {
            var raw = Directory.CreateDirectory(Path.Combine(folder, "raw"));
            source.Write(raw.FullName, rows);
            var bytes = raw.EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length);
            var (exit, seconds, peak) = Build(source.Source, raw.FullName, Path.Combine(folder, "built"), options);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {source.Name} | {bytes / 1e6:N0} MB | {rows:N0} | {seconds:0.0} | {rows / seconds:N0} | {bytes / 1e6 / seconds:N0} | {peak / MiB:N0} | {(exit == 0 ? source.Note : $"failed with exit code {exit}")} |"));
            return exit == 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Exit, double Seconds, long Peak) Build(string source, string raw, string output, ReaderOptions options)
    {
        string[] arguments = [options.Tool, "build", "--source", $"{source}={raw}", "--out", output, "--memory", options.Memory, .. options.Extra];
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => Complain(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var peak = 0L;
        while (!process.WaitForExit(MillisecondsBetweenLooks))
        {
            peak = Math.Max(peak, Peak(process));
        }

        process.WaitForExit();
        return (process.ExitCode, watch.Elapsed.TotalSeconds, peak);
    }

    /// <summary>The most memory so far, as the system has counted it, so that no moment between two looks is missed but the last.</summary>
    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended just now.
            return 0;
        }
    }

    /// <summary>Shows what is wrong; lines of progress are not.</summary>
    private static void Complain(string? line)
    {
        if (line?.StartsWith("error", StringComparison.OrdinalIgnoreCase) == true)
        {
            Console.Error.WriteLine(line);
        }
    }
}
