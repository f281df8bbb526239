using System.Diagnostics;
using System.Globalization;

namespace Itdr.Cli.Terminal;

/// <summary>Tells progress in lines: one when a stage begins, and one every few seconds while it lasts.</summary>
internal sealed class PlainProgress<T>(TextWriter writer, Func<T, WorkStep> step) : IProgress<T>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private string? stage;
    private long stageStart;
    private long lastLine;

    public void Report(T value)
    {
        var now = step(value);
        lock (gate)
        {
            if (now.Stage != stage)
            {
                stage = now.Stage;
                stageStart = lastLine = Stopwatch.GetTimestamp();
                writer.WriteLine(now.Stage);
            }
            else if (Stopwatch.GetElapsedTime(lastLine) >= Every && now.Total > 0)
            {
                lastLine = Stopwatch.GetTimestamp();
                writer.WriteLine(Line(now));
            }
        }
    }

    private string Line(WorkStep now)
    {
        var share = (double)now.Done / now.Total;
        var text = string.Create(CultureInfo.InvariantCulture, $"{now.Stage}: {share:P0}{(now.Detail is { } detail ? $", {detail}" : "")}");
        if (share is <= 0 or >= 1)
        {
            return text;
        }

        var left = Stopwatch.GetElapsedTime(stageStart) * ((1 - share) / share);
        return string.Create(CultureInfo.InvariantCulture, $"{text}, about {Math.Ceiling(left.TotalSeconds):N0} s left");
    }
}
