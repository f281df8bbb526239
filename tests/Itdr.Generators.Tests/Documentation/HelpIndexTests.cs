using System.Globalization;

namespace Itdr.Generators.Tests.Documentation;

public class HelpIndexTests
{
    private const string Head = """
        # Diagnostics

        What the compiler says about subtasks and fragments, and how to mend it. The examples stand in projects with
        implicit usings, `using Itdr;` and `using System.ComponentModel.DataAnnotations;`. A warning is silenced like any other,
        by `#pragma warning disable` or in `.editorconfig`; an error means that nothing is generated for the declaration.

        | Id | Severity | What |
        |---|---|---|

        """;

    private const string Foot = """

        The build itself reports [ITDRCFG001](ITDRCFG001.md) where the compiler is too old to run the generator.

        """;

    [Fact]
    public void The_index_lists_what_the_analyzer_releases_list()
    {
        var index = Head + string.Concat(Rules().Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Severity} | {rule.Title} |\n")) + Foot;
        var file = Path.Combine(HelpPage.Folder, "README.md");
        var written = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";

        Assert.True(index.ReplaceLineEndings("\n") == written, $"docs/diagnostics/README.md is not up to date. It must be:\n{index}");
    }

    /// <summary>The rules of all releases. A later table may change or remove what an earlier one added.</summary>
    private static IEnumerable<(string Id, string Severity, string Title)> Rules()
    {
        var rules = new SortedDictionary<string, (string Severity, string Title)>(StringComparer.Ordinal);
        var folder = Path.Combine(HelpPage.Folder, "..", "..", "generators", "Itdr.Generators");
        foreach (var file in new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" })
        {
            var table = "";
            foreach (var line in File.ReadLines(Path.Combine(folder, file)))
            {
                table = line.StartsWith("### ", StringComparison.Ordinal) ? line[4..] : table;
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                if (!cells[0].StartsWith("ITDR", StringComparison.Ordinal))
                {
                    continue;
                }

                if (table == "Removed Rules")
                {
                    rules.Remove(cells[0]);
                }
                else
                {
                    // New rules have four cells; changed rules have the old category and severity before the title.
                    rules[cells[0]] = (cells[2], cells[^1]);
                }
            }
        }

        Assert.All(rules.Keys, id => Assert.True(int.TryParse(id.AsSpan(4), CultureInfo.InvariantCulture, out _), id));
        return rules.Select(rule => (rule.Key, rule.Value.Severity, rule.Value.Title));
    }
}
