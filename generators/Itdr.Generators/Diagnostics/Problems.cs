using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Diagnostics;

/// <summary>Where the parser says what is wrong: the analyzer collects it, the generator only needs to know whether there was an error.</summary>
internal sealed class Problems(Action<Problem>? report = null)
{
    private readonly Action<Problem>? report = report;
    private readonly HashSet<(string Id, Place Place)> reported = [];
    private Problems? parent;

    /// <summary>Whether an error was reported.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>How many errors were reported.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Says what is wrong, unless the same was said of the same place before.</summary>
    public void Add(DiagnosticDescriptor descriptor, Place place, params object[] arguments) => AddMisnamed(descriptor, place, meant: null, arguments);

    /// <summary>Says that a name is wrong, and which was probably meant, if one is near: a code fix offers it.</summary>
    public void AddMisnamed(DiagnosticDescriptor descriptor, Place place, string? meant, params object[] arguments)
    {
        if (descriptor.DefaultSeverity == DiagnosticSeverity.Error)
        {
            for (var sink = this; sink is not null; sink = sink.parent)
            {
                sink.ErrorCount++;
            }
        }

        if (reported.Add((descriptor.Id, place)))
        {
            report?.Invoke(new Problem(descriptor, place, arguments, meant));
        }
    }

    /// <summary>A sink that passes on whether there was an error, but not which: for declarations that are reported where they stand.</summary>
    public Problems CountOnly() => new() { parent = this };
}

/// <summary>Something wrong with a declaration.</summary>
internal sealed record Problem(DiagnosticDescriptor Descriptor, Place Place, object[] Arguments, string? Meant = null)
{
    /// <summary>The property of a diagnostic that holds the name that was probably meant.</summary>
    public const string MeantProperty = "Meant";
}
