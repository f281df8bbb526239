using Itdr.Inference;
using Itdr.LLamaSharp;

namespace Itdr.Cli.Running;

/// <summary>Loads a model from a GGUF file.</summary>
internal static class GgufModel
{
    /// <summary>Of a context three quarters are the calls'; the rest keeps the fronts of prompts.</summary>
    private const int Quarters = 3;

    /// <summary>Loads it.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public static ChosenRecommender Load(GgufChoice choice, CancellationToken cancellationToken)
    {
        var options = new LLamaSharpOptions { ModelPath = choice.Model, NativeFolder = choice.Natives, Threads = choice.Threads };
        if (choice.Context is { } context)
        {
            options.ContextSize = (context * choice.Lanes * (Quarters + 1) / Quarters) + 1;
        }

        if (choice.Adapter is { } adapter)
        {
            options.Adapters.Add(new LoraSetting(adapter));
        }

        options.MaxSequences = Math.Min(256, Math.Max(options.MaxSequences, 8 * choice.Lanes));
        try
        {
            var engine = LLamaModelLoader.LoadAsync(options, cancellationToken: cancellationToken).GetAwaiter().GetResult();
            var counted = new CountedRecommender(new LLamaSharpRecommender(engine, new EngineHostOptions { Lanes = choice.Lanes }));
            return new ChosenRecommender(new FaultsEndTheRun(counted), Name(choice)) { Note = () => $"{counted.Speed()} on the {engine.Device.Description}", Owned = counted };
        }
        catch (LLamaSharpException missing) when (missing.Error == LLamaSharpError.NativesMissing && choice.Natives is null)
        {
            throw new UsageException("This itdr comes without llama.cpp's native libraries for this machine; name the folder that holds them with --native.", missing);
        }
        catch (Exception refused) when (refused is LLamaSharpException or ArgumentException)
        {
            throw new UsageException(refused.Message, refused);
        }
    }

    private static string Name(GgufChoice choice) =>
        Path.GetFileName(choice.Model) + (choice.Adapter is { } adapter ? $" with {Path.GetFileName(adapter)}" : "");
}
