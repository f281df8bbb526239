using System.Globalization;

namespace Itdr.Benchmarks.Building;

/// <summary>The command <c>generate-ratings --rows N --out FILE</c>.</summary>
internal static class GenerateRatings
{
    /// <summary>The name of the command.</summary>
    public const string Name = "generate-ratings";

    /// <summary>Runs it.</summary>
    /// <returns>0, or 2 if it was called wrongly.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments is not [Name, "--rows", var count, "--out", var path]
            || !long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var rows))
        {
            Console.Error.WriteLine($"Usage: {Name} --rows N --out FILE; movies.csv is written beside FILE.");
            return 2;
        }

        var users = new RatingsFile().Write(rows, path);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} ratings by {users} users in {path}"));
        return 0;
    }
}
