using System.Globalization;

namespace Itdr.Generators.Parsing;

/// <summary>Gives out names that nothing else in a scope has.</summary>
internal sealed class UniqueNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> taken = new(taken, StringComparer.Ordinal);

    /// <summary>All names that are taken.</summary>
    public IEnumerable<string> Taken => taken;

    /// <summary>The wished name, or the same with a number behind it.</summary>
    public string Take(string wish) => Take(wish, name => [name]);

    /// <summary>The wished name, or the same with a number behind it, such that all names made of it are free.</summary>
    public string Take(string wish, Func<string, string[]> made)
    {
        var name = wish;
        for (var number = 2; made(name).Any(taken.Contains); number++)
        {
            name = wish + number.ToString(CultureInfo.InvariantCulture);
        }

        taken.UnionWith(made(name));
        return name;
    }
}
