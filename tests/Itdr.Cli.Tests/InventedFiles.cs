using Itdr.Testing;

namespace Itdr.Cli.Tests;

/// <summary>Raw files and a dataset, made once by the tool itself.</summary>
public sealed class InventedFiles : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public InventedFiles()
    {
        Tool.Run("synth", "--source", "movielens-1m", "--out", Ml1M, "--users", "60").Done();
        Tool.Run("synth", "--source", "movielens-32m", "--out", Ml32M, "--users", "60").Done();
        Tool.Run("build", "--source", $"movielens-1m={Ml1M}", "--source", $"movielens-32m={Ml32M}", "--extra", "--out", Dataset).Done();
    }

    public string Ml1M => folder["ml1m"];

    public string Ml32M => folder["ml32m"];

    public string Dataset => folder["dataset"];

    public void Dispose() => folder.Dispose();
}
