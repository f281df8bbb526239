using System.Globalization;
using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>Which rows of a dataset an export takes.</summary>
internal sealed class ExportView
{
    private static readonly (RootTask Root, string Name, string Short)[] Roots =
    [
        (RootTask.UserItemInteraction, "user-item-interaction", "uii"),
        (RootTask.UserItemUnderstanding, "user-item-understanding", "uiu"),
    ];

    private readonly ExportOptions options;
    private readonly long seed;

    /// <summary>Checks the options against a dataset.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="descriptors">Its subtasks.</param>
    /// <exception cref="DatasetException">The fraction is out of its range, or something to leave out is not there.</exception>
    public ExportView(ExportOptions options, InstanceFolder dataset, IReadOnlyDictionary<string, SubtaskDescriptor> descriptors)
    {
        this.options = options;
        seed = dataset.Manifest.Seed;
        if (options.Fraction is <= 0 or > 1)
        {
            throw new DatasetException(string.Create(CultureInfo.InvariantCulture, $"The fraction is {options.Fraction}, but must be above 0 and at most 1, such as 0.25."));
        }

        Without = [.. options.Without.SelectMany(name => Subtasks(name, descriptors)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The subtasks that are left out.</summary>
    public IReadOnlyList<string> Without { get; }

    /// <summary>The part of the rows of each cell that is taken.</summary>
    public decimal Fraction => options.Fraction;

    /// <summary>Whether val and test are concerned too.</summary>
    public bool AllSplits => options.AllSplits;

    /// <summary>The instances of a file that are taken, or null if all are.</summary>
    public IReadOnlySet<string>? Taken(InstanceFile file)
    {
        if (file.Name.Split != Split.Train && !AllSplits)
        {
            return null;
        }

        if (Without.Contains(file.Name.Subtask))
        {
            return new HashSet<string>();
        }

        return Fraction == 1 ? null : FractionSample.Of(file, Fraction, seed);
    }

    private static List<string> Subtasks(string name, IReadOnlyDictionary<string, SubtaskDescriptor> descriptors)
    {
        if (descriptors.ContainsKey(name))
        {
            return [name];
        }

        var root = Array.Find(Roots, root => string.Equals(name, root.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(name, root.Short, StringComparison.OrdinalIgnoreCase));
        var members = descriptors.Values.Where(descriptor => root.Name is not null && descriptor.RootTask == root.Root).Select(static descriptor => descriptor.Id).ToList();
        if (members.Count > 0)
        {
            return members;
        }

        var known = descriptors.Keys.Order(StringComparer.Ordinal)
            .Concat(Roots.Where(known => descriptors.Values.Any(descriptor => descriptor.RootTask == known.Root)).Select(static known => known.Name));
        throw new DatasetException($"There is no {name} in the dataset to leave out; it has {Phrase.List(known)}.");
    }
}
