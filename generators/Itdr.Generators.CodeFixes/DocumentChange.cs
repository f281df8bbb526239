using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Itdr.Generators.CodeFixes;

/// <summary>Applies a fix as a change of text, which leaves everything around it as the author wrote it.</summary>
internal static class DocumentChange
{
    /// <summary>The document with one change.</summary>
    public static async Task<Document> WithChangeAsync(this Document document, TextChange change, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
