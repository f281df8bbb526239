using System.Runtime.CompilerServices;

namespace Itdr.Generators.Tests.Documentation;

/// <summary>The page that explains one diagnostic: docs/diagnostics/ITDR001.md and so on.</summary>
internal sealed record HelpPage(string Id, string Title, IReadOnlyDictionary<string, string> Sections)
{
    /// <summary>The folder of the pages.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "docs", "diagnostics"));

    /// <summary>The sections of each page, in order.</summary>
    public static IReadOnlyList<string> SectionNames { get; } = ["What", "Why", "How to mend it", "Invalid", "Valid"];

    /// <summary>The ids of the diagnostics that have a page; pages of the build's own checks (ITDRCFG…) are not among them.</summary>
    public static IEnumerable<string> Ids => Directory.EnumerateFiles(Folder, "ITDR*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Where(id => !id.StartsWith("ITDRCFG", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>Reads the page of a diagnostic.</summary>
    public static HelpPage Read(string id)
    {
        var text = File.ReadAllText(Path.Combine(Folder, id + ".md")).ReplaceLineEndings("\n");
        var parts = text.Split("\n## ");
        var head = parts[0].Trim().Split(": ", 2);
        Assert.Equal($"# {id}", head[0]);
        Assert.Equal(SectionNames, parts.Skip(1).Select(part => part[..part.IndexOf('\n', StringComparison.Ordinal)]));
        return new HelpPage(id, head[1], parts.Skip(1).ToDictionary(
            part => part[..part.IndexOf('\n', StringComparison.Ordinal)],
            part => part[part.IndexOf('\n', StringComparison.Ordinal)..].Trim()));
    }

    /// <summary>The code of a section that holds one block of code and nothing else.</summary>
    public string Code(string section)
    {
        var (start, end) = ("```csharp\n", "\n```");
        var text = Sections[section];
        Assert.True(
            text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(end, StringComparison.Ordinal) && text.Split("```").Length == 3,
            $"The section \"{section}\" of {Id}.md must be one block of csharp code.");
        return text[start.Length..^end.Length];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
