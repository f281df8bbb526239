namespace Itdr.Evaluation;

/// <summary>Whether a part of a metric's name must be there.</summary>
internal enum Part
{
    Refused,
    Allowed,
    Required,
}

/// <summary>The metrics that share a name but for its numbers and its convention.</summary>
/// <param name="Example">A name of the family.</param>
/// <param name="Create">Makes the metric of a name.</param>
internal sealed record MetricFamily(string Example, Func<MetricName, MetricPreset, Metric> Create)
{
    /// <summary>Whether the name holds the length of n-grams.</summary>
    public Part Order { get; init; }

    /// <summary>Whether the name holds how many places count.</summary>
    public Part Depth { get; init; }

    /// <summary>The conventions that a name may ask for.</summary>
    public IReadOnlyList<string> Conventions { get; init; } = [];

    /// <summary>Refuses a name that lacks a part, has one too many, or asks for a convention that there is not.</summary>
    /// <exception cref="UnknownMetricException">The name is not one of the family's.</exception>
    public void Require(MetricName name)
    {
        RequirePart(name, Order, name.Order, "the length of n-grams (-n)");
        RequirePart(name, Depth, name.Depth, "a number of places (@k)");
        if (name.Convention is { } convention && !Conventions.Contains(convention))
        {
            throw Refuse(name, Conventions.Count == 0
                ? $"{name.Family} has only one convention"
                : $"\"{convention}\" is no convention of {name.Family}; there are {string.Join(", ", Conventions)}");
        }
    }

    private void RequirePart(MetricName name, Part part, int? value, string meaning)
    {
        if (part == Part.Required && value is null)
        {
            throw Refuse(name, $"{name.Family} needs {meaning}, as in \"{Example}\"");
        }

        if (part == Part.Refused && value is not null)
        {
            throw Refuse(name, $"{name.Family} takes no {meaning[(meaning.IndexOf(' ') + 1)..]}");
        }
    }

    private static UnknownMetricException Refuse(MetricName name, string problem) => new(name.Text, $"\"{name.Text}\" is not a metric: {problem}.");
}
