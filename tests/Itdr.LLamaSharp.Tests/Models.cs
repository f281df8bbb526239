using Itdr.LLamaSharp.Tests.Gguf;

namespace Itdr.LLamaSharp.Tests;

/// <summary>The native libraries and the models of the tests.</summary>
internal static class Models
{
    private const string FolderVariable = "ITDR_LLAMA_NATIVES";

    /// <summary>The folder of llama.cpp's libraries; it need not exist.</summary>
    public static string Natives => Environment.GetEnvironmentVariable(FolderVariable) ?? "";

    /// <summary>Why tests on llama.cpp are skipped, or null.</summary>
    public static string? Missing => Directory.Exists(Natives) || Environment.GetEnvironmentVariable("CI") == "true"
        ? null
        : $"{FolderVariable} names no folder with llama.cpp's libraries, such as bins/linux-x64 of the npm package @node-llama-cpp/linux-x64 3.19.0.";

    /// <summary>A small trained model that lies beside the repository, or null.</summary>
    public static string? Stories { get; } = Find("../shared/models/stories260K/stories260K.gguf");

    /// <summary>Words that the written models have tokens for; all else is spelled in bytes.</summary>
    public static string[] Words { get; } =
        [" The", " Quiet", " Harbor", " Night", " Train", " to", " Paper", " Boats", " Garden", " Rank", " movies", " (19", " (20", "A", "B", "C", "er", "on", "ing", ":", ".", "1", "2"];

    public static PieceVocabulary Vocabulary { get; } = new(Words);

    /// <summary>Options for a model on the CPU whose results hang as little as can be on how tokens were batched.</summary>
    public static LLamaSharpOptions Options(string path) => new()
    {
        ModelPath = path,
        NativeFolder = Natives,
        Backend = LLamaBackend.Cpu,
        ContextSize = 2048,
        BatchSize = 1024,
        MaxSequences = 32,
        Cache = CachePrecision.Bits32,

        // Threads of llama.cpp wait for each other in a busy loop, which on a loaded machine takes a hundred times as long.
        Threads = 1,
        SpeculationCost = 0,
    };

    public static Task<LLamaTokenEngine> LoadAsync(string path, Action<LLamaSharpOptions>? change = null)
    {
        var options = Options(path);
        change?.Invoke(options);
        return LLamaModelLoader.LoadAsync(options);
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
