using Microsoft.ML.Tokenizers;

namespace Itdr.Datasets.Statistics;

/// <summary>Counts tokens by <c>o200k_base</c>, whose vocabulary is in a package, so that no model has to be fetched. It may be asked from any thread.</summary>
internal static class TokenCount
{
    /// <summary>The name of the tokenizer.</summary>
    public const string Tokenizer = "o200k_base";

    private static readonly Lazy<TiktokenTokenizer> Shared = new(static () => TiktokenTokenizer.CreateForEncoding(Tokenizer));

    /// <summary>The tokens of a text.</summary>
    public static int Of(string text) => Shared.Value.CountTokens(text);
}
