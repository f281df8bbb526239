using System.Text;

namespace Itdr.Tests.Constraints;

/// <summary>
/// llama.cpp's own grammar sampler, over the vocabulary of a model that has a token for each byte. It is there where
/// the environment names the folder of llama.cpp's shared libraries and where the model is at hand.
/// </summary>
internal sealed class LlamaGrammar : IDisposable
{
    private const string FolderVariable = "ITDR_LLAMA_NATIVES";
    private const int FirstByteToken = 3;
    private const int EndToken = 2;

    private static readonly string? Model = Find("../shared/models/stories260K/stories260K.gguf");
    private static readonly Lazy<LlamaVocabulary> Vocabulary = new(() => new LlamaVocabulary(Environment.GetEnvironmentVariable(FolderVariable)!, Model!));

    private readonly nint sampler;

    /// <summary>Reads a grammar.</summary>
    /// <exception cref="FormatException">llama.cpp refuses the grammar.</exception>
    public LlamaGrammar(string grammar) => sampler = Vocabulary.Value.Sampler(grammar);

    /// <summary>Why the sampler cannot be had here, or null if it can.</summary>
    public static string? Missing =>
        Environment.GetEnvironmentVariable(FolderVariable) is not { } folder
            ? $"{FolderVariable} does not name a folder with llama.cpp's libraries, such as bins/linux-x64 of the npm package @node-llama-cpp/linux-x64 3.19.0"
            : !Directory.Exists(folder) ? $"{folder}, which {FolderVariable} names, is no folder"
            : Model is null ? "the model stories260K.gguf is not at hand"
            : null;

    /// <summary>Whether a model can write the text and stop, byte by byte, as the grammar lets it.</summary>
    public bool Matches(string text)
    {
        Vocabulary.Value.Reset(sampler);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (!Allows(FirstByteToken + value))
            {
                return false;
            }

            Vocabulary.Value.Accept(sampler, FirstByteToken + value);
        }

        return Allows(EndToken);
    }

    /// <inheritdoc/>
    public void Dispose() => Vocabulary.Value.Free(sampler);

    private bool Allows(int token)
    {
        Span<LlamaVocabulary.TokenData> candidates = [new LlamaVocabulary.TokenData { Token = token }];
        Vocabulary.Value.Apply(sampler, candidates);
        return !float.IsNegativeInfinity(candidates[0].Logit);
    }

    private static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sdk.sln")))
            {
                var path = Path.GetFullPath(Path.Combine(folder.FullName, relative));
                return File.Exists(path) ? path : null;
            }
        }

        return null;
    }
}
