using Itdr.Datasets.Sources.Containers;

namespace Itdr.Datasets.Sources;

/// <summary>
/// Keeps the editions of a source apart that lie in one place, such as a small and a large one: the numbers of one mean other things in
/// another, so files of two are never read together.
/// </summary>
/// <param name="source">The source.</param>
/// <param name="candidates">The files that fit each role, the preferred first.</param>
internal sealed class SourceEditions(ISource source, Dictionary<FileRole, List<ContainerEntry>> candidates)
{
    /// <summary>The role of the source's first file, which decides the edition.</summary>
    private FileRole Leading => candidates.Keys.Single(role => role.Name == source.Files[0].Name);

    /// <summary>
    /// The files of one edition: the source's preferred one of which all required files are there, or else one whose other files come
    /// from an edition that shares its numbers; null if no edition is whole.
    /// </summary>
    public Dictionary<FileRole, List<ContainerEntry>>? Whole()
    {
        var editions = candidates[Leading].Select(EditionOf).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(PlaceOf).ToList();
        return editions.Select(edition => Within(edition, mayBeKin: false)).Concat(editions.Select(edition => Within(edition, mayBeKin: true)))
            .FirstOrDefault(static files => !files.Any(static pair => pair.Key.IsRequired && pair.Value.Count == 0));
    }

    /// <summary>Says which files there are that belong to no one edition.</summary>
    public DatasetException NotOfOne(string path)
    {
        var names = candidates.Where(static pair => pair.Key.IsRequired).Select(static pair => pair.Value[0].Path);
        return new DatasetException($"{path} has {Phrase.List(names)}, which are of different editions of {source.Info.Name} and do not go together; put all files of one edition there.");
    }

    private Dictionary<FileRole, List<ContainerEntry>> Within(string edition, bool mayBeKin) => candidates.ToDictionary(
        static pair => pair.Key,
        pair => pair.Value.FindAll(entry => GoesWith(edition, EditionOf(entry), mayBeKin && pair.Key != Leading)));

    private bool GoesWith(string edition, string other, bool mayBeKin) =>
        other.Length == 0 || edition.Length == 0 || edition.Equals(other, StringComparison.OrdinalIgnoreCase) || (mayBeKin && source.AreKin(edition, other));

    private string EditionOf(ContainerEntry entry) => source.EditionOf(entry.Path);

    private int PlaceOf(string edition)
    {
        var place = source.Editions.ToList().FindIndex(known => known.Equals(edition, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? source.Editions.Count : place;
    }
}
