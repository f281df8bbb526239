using System.Globalization;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>What the command <c>readers</c> is to measure.</summary>
internal sealed record ReaderOptions
{
    /// <summary>How it is called.</summary>
    public const string Usage =
        "Usage: readers [--source NAME] [--scale 0.1 | --rows 4,8,16,32 (millions)] [--memory 2GB] [--threads N] [--folder DIR]; without --source all are measured.";

    /// <summary>Each source with the rows to write.</summary>
    public IReadOnlyList<(ReaderSource Source, long Rows)> Runs { get; private init; } = [];

    /// <summary>The memory that a build keeps to.</summary>
    public string Memory { get; private init; } = "2GB";

    /// <summary>Further options of the build.</summary>
    public IReadOnlyList<string> Extra { get; private init; } = [];

    /// <summary>Where files are written, up to 10 GB of them at a time.</summary>
    public string Folder { get; private init; } = Path.GetTempPath();

    /// <summary>The command line that is measured.</summary>
    public string Tool { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Itdr.Cli", "release", "Itdr.Cli.dll"));

    /// <summary>Reads the arguments; null if they are wrong.</summary>
    public static ReaderOptions? Read(string[] arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var place = 1; place < arguments.Length; place += 2)
        {
            if (place + 1 == arguments.Length
                || arguments[place] is not ("--source" or "--scale" or "--rows" or "--memory" or "--threads" or "--folder")
                || !named.TryAdd(arguments[place], arguments[place + 1]))
            {
                return null;
            }
        }

        IReadOnlyList<ReaderSource> sources = named.TryGetValue("--source", out var name) ? [.. ReaderSource.All.Where(source => source.Name == name)] : ReaderSource.All;
        return sources.Count == 0 || Scale(named) is not { } scale || Millions(named) is not { } millions ? null : new ReaderOptions
        {
            Runs = [.. sources.SelectMany(source => millions.Count == 0 ? [(source, (long)(source.Rows * scale))] : millions.Select(rows => (source, rows)))],
            Memory = named.GetValueOrDefault("--memory", "2GB"),
            Extra = named.TryGetValue("--threads", out var threads) ? ["--threads", threads] : [],
            Folder = named.GetValueOrDefault("--folder", Path.GetTempPath()),
        };
    }

    private static double? Scale(Dictionary<string, string> named) =>
        !named.TryGetValue("--scale", out var text) ? 1 : double.TryParse(text, CultureInfo.InvariantCulture, out var scale) && scale is > 0 and <= 10 ? scale : null;

    private static List<long>? Millions(Dictionary<string, string> named)
    {
        var rows = new List<long>();
        foreach (var text in named.GetValueOrDefault("--rows", "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!double.TryParse(text, CultureInfo.InvariantCulture, out var millions) || millions is not (> 0 and <= 1000))
            {
                return null;
            }

            rows.Add((long)(millions * 1e6));
        }

        return rows;
    }
}
