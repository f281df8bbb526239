namespace Itdr.Evaluation;

/// <summary>Which baseline answers, and what decides its draws.</summary>
public sealed class BaselineOptions
{
    /// <summary>The baseline's name, one of <see cref="BaselineCatalog.All"/>; <c>popularity</c> by default.</summary>
    public string Name { get; set; } = "popularity";

    /// <summary>What decides everything drawn; 42 by default. Only <c>random</c> draws.</summary>
    public ulong Seed { get; set; } = 42;

    /// <summary>What is wrong with these options, each as a sentence; empty if nothing is.</summary>
    internal IEnumerable<string> Flaws()
    {
        if (!BaselineCatalog.Knows(Name ?? ""))
        {
            yield return BaselineCatalog.NoneOf(Name ?? "");
        }
    }
}
