using System.Diagnostics;
using Itdr.Samples.Tests.Running;

namespace Itdr.Samples.Tests.MovieNight;

/// <summary>The sample, running as a user runs it, at a free port.</summary>
internal sealed class MovieNightSite : IDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process process;

    private MovieNightSite(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<MovieNightSite> StartAsync(params string[] settings)
    {
        var process = SampleProgram.Start("MovieNight", ["--urls", "http://127.0.0.1:0", .. settings]);
        using var late = new CancellationTokenSource(Patience);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                process.IgnoreRest();
                return new MovieNightSite(process, new Uri(line[(at + Listening.Length)..]));
            }
        }

        throw new InvalidOperationException($"MovieNight did not start:\n{string.Join('\n', said)}\n{await process.StandardError.ReadToEndAsync(late.Token)}");
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
