using System.Diagnostics;
using Itdr.Testing;

namespace Itdr.Cli.Tests;

/// <summary>Kills the tool's process with no chance to clean up, at ten moments from the first byte read to the last file named, and goes on.</summary>
public sealed class KillTests(KillTests.Undisturbed undisturbed) : IClassFixture<KillTests.Undisturbed>, IDisposable
{
    /// <summary>A stage may end before the kill arrives; then the build is begun anew. The shortest, naming the files, takes well under a second.</summary>
    private const int MostAttempts = 60;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("read movies.dat of movielens-1m", "read ratings.dat of movielens-1m")]
    [InlineData("sample movielens-1m", "")]
    [InlineData("make next-item/movielens-1m", "")]
    [InlineData("make top-k/movielens-1m", "")]
    [InlineData("make user-attributes/movielens-1m", "")]
    [InlineData("read ratings.csv of movielens-32m", "")]
    [InlineData("sample movielens-32m", "")]
    [InlineData("make rating-prediction/movielens-32m", "")]
    [InlineData("describe the dataset", "")]
    [InlineData("name the files", "")]
    public void A_build_that_is_killed_goes_on_to_the_same_bytes(string stage, string otherwise)
    {
        var stages = KillAt(stage, otherwise);
        Assert.False(File.Exists(folder["out/manifest.json"]), "The kill came after the end.");
        Assert.True(Directory.Exists(folder["out/.resume"]), "The kill came before the beginning.");
        Assert.All(folder.Entries("out").Where(static path => !path.StartsWith('.') && !path.EndsWith('/')), path => Assert.Equal(undisturbed.Files[path], File.ReadAllText(folder[$"out/{path}"])));

        using var resumed = Start("--resume");
        var said = resumed.StandardError.ReadToEnd().Split(Environment.NewLine);
        resumed.WaitForExit();
        Assert.True(resumed.ExitCode == 0, string.Join('\n', said));
        Assert.Equal(undisturbed.Files, Contents(folder, "out"));

        // A stage of making that another one followed was finished, and finished work is not done again.
        Assert.DoesNotContain(said, line => line.StartsWith("make", StringComparison.Ordinal) && stages.SkipLast(1).Contains(line));
    }

    /// <summary>Kills a build in a stage, or in the stage before it where its own first line may not be seen, and tells the stages that were begun.</summary>
    private List<string> KillAt(string stage, string otherwise)
    {
        for (var attempt = 1; ; attempt++)
        {
            Assert.True(attempt <= MostAttempts, $"No kill landed in \"{stage}\".");
            if (Directory.Exists(folder["out"]))
            {
                Directory.Delete(folder["out"], recursive: true);
            }

            using var process = Start();
            var lines = new List<string>();
            while (process.StandardError.ReadLine() is { } line)
            {
                lines.Add(line);
                if (line == stage || line == otherwise)
                {
                    process.Kill();
                    break;
                }
            }

            lines.AddRange(process.StandardError.ReadToEnd().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
            process.WaitForExit();
            Assert.True(lines.Contains(stage) || lines.Contains(otherwise), $"The stages were {string.Join(", ", lines)}.");
            if (process.ExitCode == 128 + 9 && !File.Exists(folder["out/manifest.json"]))
            {
                return [.. lines.Distinct()];
            }
        }
    }

    private Process Start(params string[] more) => Undisturbed.Start([.. undisturbed.Arguments(folder["out"]), .. more]);

    private static SortedDictionary<string, string> Contents(TemporaryFolder folder, string name) => new(
        folder.Entries(name).Where(static path => !path.EndsWith('/')).ToDictionary(static path => path, path => File.ReadAllText(folder[$"{name}/{path}"])), StringComparer.Ordinal);

    /// <summary>Raw files of two sources, and what a build makes of them that nothing disturbs.</summary>
    public sealed class Undisturbed : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Undisturbed()
        {
            Tool.Run("synth", "--source", "movielens-1m", "--out", folder["ml1m"], "--users", "400").Done();
            Tool.Run("synth", "--source", "movielens-32m", "--out", folder["ml32m"], "--users", "400").Done();
            Tool.Run(Arguments(folder["out"])).Done();
            Files = Contents(folder, "out");
        }

        public SortedDictionary<string, string> Files { get; }

        public string[] Arguments(string output) =>
            ["build", "--source", $"movielens-1m={folder["ml1m"]}", "--source", $"movielens-32m={folder["ml32m"]}", "--extra", "--out", output];

        /// <summary>Starts the tool as a process of its own.</summary>
        public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            start.ArgumentList.Add(typeof(Program).Assembly.Location);
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }

            var process = Process.Start(start)!;
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            return process;
        }

        public void Dispose() => folder.Dispose();
    }
}
