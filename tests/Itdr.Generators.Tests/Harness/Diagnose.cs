using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Generators.Tests.Harness;

/// <summary>Requires that the analyzer says exactly what is marked, and that what has an error generates nothing. What is only for information may be left unmarked by a test that is about something else.</summary>
internal static class Diagnose
{
    /// <summary>Analyzes sources with marks.</summary>
    /// <returns>The diagnostics in the order of the files and of their places.</returns>
    public static List<Diagnostic> Marked(params string[] markedSources)
    {
        var parsed = markedSources.Select(Markup.Parse).ToList();
        var driver = CSharpGeneratorDriver.Create([new SubtaskGenerator().AsSourceGenerator()], parseOptions: Compile.ParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(Compile.Sources([.. parsed.Select(file => file.Source)]), out var compilation, out _);
        var found = Declared.Analyze(compilation)
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info || parsed.Any(file => file.Marks.Any(mark => mark.Id == diagnostic.Id)))
            .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ToList();
        var expected = parsed.SelectMany((file, index) => file.Marks
            .OrderBy(mark => mark.Span.Start)
            .ThenBy(mark => mark.Id, StringComparer.Ordinal)
            .Select(mark => Show(mark.Id, $"File{index + 1}.cs", mark.Span.Start, file.Source.Substring(mark.Span.Start, mark.Span.Length))));
        var shown = found.Select(diagnostic => Show(
            diagnostic.Id,
            diagnostic.Location.SourceTree!.FilePath,
            diagnostic.Location.SourceSpan.Start,
            diagnostic.Location.SourceTree.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
        var messages = string.Join("\n", found.Select(diagnostic => diagnostic.ToString()));
        Assert.True(expected.SequenceEqual(shown), $"Expected\n{string.Join("\n", expected)}\nfound\n{string.Join("\n", shown)}\n{messages}");
        return found;
    }

    /// <summary>Analyzes a source with one mark, and gives what was said about it.</summary>
    public static string Message(params string[] markedSources) =>
        Assert.Single(Marked(markedSources)).GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private static string Show(string id, string file, int start, string text) => $"{id} {file}({start}): {text}";
}
