namespace Itdr.Samples.Tests;

/// <summary>A test with the small trained model beside the repository; skipped without that or, if it asks for them, llama.cpp's libraries.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ModelFactAttribute : FactAttribute
{
    private const string ModelPath = "../shared/models/stories260K/stories260K.gguf";
    private const string FolderVariable = "ITDR_LLAMA_NATIVES";

    public ModelFactAttribute(bool withNatives)
    {
        Skip = Model is null ? $"The model {ModelPath} beside the repository is absent."
            : withNatives && Natives is null ? $"{FolderVariable} names no folder with llama.cpp's libraries."
            : null;
    }

    /// <summary>The model's file, or null.</summary>
    public static string? Model { get; } = Find();

    /// <summary>The folder of llama.cpp's libraries, or null.</summary>
    public static string? Natives => Environment.GetEnvironmentVariable(FolderVariable) is { } folder && Directory.Exists(folder) ? folder : null;

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sdk.sln")))
            {
                var path = Path.GetFullPath(Path.Combine(folder.FullName, ModelPath));
                return File.Exists(path) ? path : null;
            }
        }

        return null;
    }
}
