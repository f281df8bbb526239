using Itdr.Testing;

namespace Itdr.Datasets.Tests.Checking;

/// <summary>A sound dataset of four cells, built once from invented files; tests change copies of it.</summary>
public sealed class BuiltDataset : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public BuiltDataset()
    {
        DatasetSynthesizer.Write(new SynthesisOptions { Source = "movielens-1m", Output = folder["raw"], Users = 80 });
        Build("by-user", Instances.SplitBy.User);
        Build("by-instance", Instances.SplitBy.Instance);
    }

    public string ByUser => folder["by-user"];

    public string ByInstance => folder["by-instance"];

    public void Dispose() => folder.Dispose();

    private void Build(string name, Instances.SplitBy splitBy) => DatasetBuilder.Build(
        new BuildOptions { Sources = [new SourceInput("movielens-1m", folder["raw"])], Extra = true, Output = folder[name], SplitBy = splitBy, Split = new SplitRatio(4, 3, 3), Threads = 1 },
        progress: null,
        CancellationToken.None);
}
