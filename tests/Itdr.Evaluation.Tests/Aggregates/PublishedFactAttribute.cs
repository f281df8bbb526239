namespace Itdr.Evaluation.Tests;

/// <summary>A test over the published results of the paper, which are no part of this repository; it is skipped where they are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedFactAttribute : FactAttribute
{
    private const string RelativePath = "shared/reference/itdr_results.csv";

    public PublishedFactAttribute()
    {
        if (Path is null)
        {
            Skip = $"../{RelativePath} is not there.";
        }
    }

    /// <summary>The file, beside the repository, or null.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Sdk.sln")))
            {
                var path = System.IO.Path.Combine(folder.FullName, "..", RelativePath);
                return File.Exists(path) ? path : null;
            }
        }

        return null;
    }
}
