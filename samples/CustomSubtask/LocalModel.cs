using Itdr.LLamaSharp;

namespace CustomSubtask;

/// <summary>A language model in this process. While it writes, only vacant houses and 1 to 5 moans can come out.</summary>
internal static class LocalModel
{
#if LLAMASHARP_PACKAGE
    private const string WithoutLibraries = "Name the folder of llama.cpp's native libraries as the second argument, or add a package LLamaSharp.Backend.* to this project.";
#else
    private const string WithoutLibraries =
        "This build has no LLamaSharp: it was made with the stand-in of this repository, which brings no native libraries. " +
        "Name the folder of llama.cpp's libraries as the second argument, or build with -p:UseLLamaSharpPackage=true.";
#endif

    /// <summary>Asks the model and shows its answer.</summary>
    /// <returns>The exit code: 2 if the model cannot be used.</returns>
    public static async Task<int> AnswerAsync(GhostLodging task, string model, string? natives)
    {
        try
        {
            var engine = await LLamaModelLoader.LoadAsync(new LLamaSharpOptions { ModelPath = model, NativeFolder = natives });
            await using var recommender = new LLamaSharpRecommender(engine);
            var result = await recommender.FindHauntAsync(task);
            Screen.Section($"{Path.GetFileName(model)} says", result);
            return result.CallFailure is null ? 0 : 2;
        }
        catch (LLamaSharpException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            if (problem.Error == LLamaSharpError.NativesMissing)
            {
                await Console.Error.WriteLineAsync(WithoutLibraries);
            }

            return 2;
        }
    }
}
