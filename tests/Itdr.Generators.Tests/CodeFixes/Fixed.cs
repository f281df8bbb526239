using Itdr.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Itdr.Generators.Tests.CodeFixes;

/// <summary>Applies code fixes as an editor does, to the one diagnostic at a time that they can mend.</summary>
internal static class Fixed
{
    private const int MostFixes = 8;

    /// <summary>
    /// Applies a fix until none of its diagnostics is left, and requires the text that results. That text must compile,
    /// with the generator and without any diagnostic.
    /// </summary>
    /// <returns>The titles of the fixes applied.</returns>
    public static async Task<List<string>> Is(CodeFixProvider fix, string source, string expected)
    {
        var titles = new List<string>();
        while (titles.Count < MostFixes && await Actions(fix, source) is [var (action, document), ..])
        {
            titles.Add(action.Title);
            source = await Apply(action, document);
        }

        Assert.Equal(expected, source);
        Declared.From(source);
        return titles;
    }

    /// <summary>Requires that a fix offers nothing for a source, although it has a diagnostic that the fix knows.</summary>
    public static async Task IsNotOffered(CodeFixProvider fix, string source)
    {
        Assert.Contains(Declared.Analyze(Compile.Sources(source)), diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id));
        Assert.Empty(await Actions(fix, source));
    }

    /// <summary>The fixes offered, in the order of the diagnostics.</summary>
    private static async Task<List<(CodeAction Action, Document Document)>> Actions(CodeFixProvider fix, string source)
    {
        var document = DocumentOf(source);
        var compilation = (await document.Project.GetCompilationAsync())!;
        var diagnostics = Declared.Analyze(compilation)
            .Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id))
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start);
        var actions = new List<(CodeAction, Document)>();
        foreach (var diagnostic in diagnostics)
        {
            var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add((action, document)), CancellationToken.None);
            await fix.RegisterCodeFixesAsync(context);
        }

        return actions;
    }

    private static async Task<string> Apply(CodeAction action, Document document)
    {
        var operation = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        return (await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private static Document DocumentOf(string source)
    {
        var files = Compile.Sources(source);
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            files.AssemblyName!,
            files.AssemblyName!,
            LanguageNames.CSharp,
            compilationOptions: files.Options,
            parseOptions: Compile.ParseOptions,
            metadataReferences: files.References));
        foreach (var tree in files.SyntaxTrees)
        {
            project = project.AddDocument(Path.GetFileName(tree.FilePath), SourceText.From(tree.ToString()), filePath: tree.FilePath).Project;
        }

        return project.Documents.Single(document => document.FilePath == files.SyntaxTrees[^1].FilePath);
    }
}
