namespace Itdr.Datasets.Synthesis;

/// <summary>Invents the raw files of one source. It shares no code with the source's reader, so that one checks the other.</summary>
internal interface ISyntheticSource
{
    /// <summary>The name of the source.</summary>
    string Name { get; }

    /// <summary>The most people that the source's format has room for.</summary>
    int MostUsers { get; }

    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where they go.</param>
    /// <param name="users">How many people to invent.</param>
    /// <param name="seed">What decides everything drawn.</param>
    /// <param name="cancellationToken">Stops between people.</param>
    /// <returns>The files with their rows.</returns>
    IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken);
}
