using Itdr.Inference;
using Itdr.LLamaSharp.Files;
using LLama;

namespace Itdr.LLamaSharp;

/// <summary>What a context can do, from what was asked and what llama.cpp made of it.</summary>
internal static class EngineLimits
{
    private const double CostOnCpu = 0.3;

    /// <summary>llama.cpp keeps the logits of all rows of a call in memory; 200 rows of 150,000 tokens take 120 MB.</summary>
    private const int MostLogitBytes = 64 << 20;

    public static TokenEngineLimits Of(LLamaWeights weights, LLamaContext context, GgufFile file, LLamaSharpOptions options, LLamaDevice device)
    {
        var handle = context.NativeHandle;
        var model = weights.NativeHandle;
        return new TokenEngineLimits(options.MaxSequences, (int)Math.Min(handle.BatchSize, handle.UBatchSize), (int)handle.ContextSize)
        {
            MaxLogitRows = Math.Clamp(MostLogitBytes / (weights.Vocab.Count * sizeof(float)), 16, 256),

            // Such models keep a state or a window that cannot be taken back or shared, so they walk plainly.
            CanBranch = !model.IsRecurrent && model.SWACount <= 0 && !ModelFile.KeepsState(file),
            SpeculationCost = options.SpeculationCost ?? (device.OnGpu ? 0 : CostOnCpu),
        };
    }
}
