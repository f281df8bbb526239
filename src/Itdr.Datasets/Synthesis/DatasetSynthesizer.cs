using Itdr.Datasets.Synthesis;

namespace Itdr.Datasets;

/// <summary>
/// Invents small raw files in a source's own format, with the irregularities of the real ones, to try things with.
/// Every title and person is made up by code; people have tastes, so that there is something to learn.
/// </summary>
public static class DatasetSynthesizer
{
    private static readonly ISyntheticSource[] Known =
    [
        new SyntheticMovieLens32M(),
        new SyntheticMovieLens1M(),
        new SyntheticBookCrossing(),
        new SyntheticAnime2023(),
        new SyntheticYelp(),
        new SyntheticAmazonReviews2023(),
        new SyntheticMicroLens(),
        new SyntheticPixelRec(),
        new SyntheticAmazonBooks(),
        new SyntheticMind(),
        new SyntheticSteam(),
        new SyntheticLastFm1K(),
        new SyntheticLastFm360K(),
    ];

    /// <summary>The names of the sources whose files can be invented.</summary>
    public static IReadOnlyList<string> Sources { get; } = [.. Known.Select(static source => source.Name)];

    /// <summary>Writes the files; the same options give the same bytes.</summary>
    /// <param name="options">What to invent.</param>
    /// <param name="cancellationToken">Stops the work; then nothing is left behind.</param>
    /// <returns>The files, in the order of their names.</returns>
    /// <exception cref="DatasetException">The source is not known, the number of people is out of range, or the folder cannot be filled.</exception>
    public static IReadOnlyList<SynthesizedFile> Write(SynthesisOptions options, CancellationToken cancellationToken = default)
    {
        var source = Array.Find(Known, known => known.Name == options.Source)
            ?? throw new DatasetException($"No files can be invented for the source \"{options.Source}\"; the known ones are {Phrase.List(Sources)}.");
        if (options.Users < 1 || options.Users > source.MostUsers)
        {
            throw new DatasetException($"{source.Name} can have 1 to {source.MostUsers} invented users, not {options.Users}.");
        }

        try
        {
            using var folder = OutputFolder.Create(options.Output);
            var files = source.Write(folder, options.Users, options.Seed, cancellationToken);
            folder.Complete();
            return files;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WriteFault.Stopped("synthesis", options.Output, error);
        }
    }
}
