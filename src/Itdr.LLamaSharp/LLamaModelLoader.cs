using Itdr.LLamaSharp.Files;
using Itdr.LLamaSharp.Natives;
using LLama;
using LLama.Common;
using LLama.Exceptions;
using LLama.Native;
using Microsoft.Extensions.Logging;

namespace Itdr.LLamaSharp;

/// <summary>Loads models.</summary>
public static partial class LLamaModelLoader
{
    // What llama.cpp says while it loads is kept in one place for the process, so one model is loaded at a time.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Loads a model, its adapters and a context.</summary>
    /// <param name="options">Which, and how.</param>
    /// <param name="logger">Hears what llama.cpp says, here and later; null for nobody.</param>
    /// <param name="progress">Hears how much of the model is loaded, from 0 to 1; null for nobody.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <exception cref="ArgumentException">The options are not within their ranges.</exception>
    /// <exception cref="LLamaSharpException">The model cannot be used; the message says why and what to do.</exception>
    public static async Task<LLamaTokenEngine> LoadAsync(
        LLamaSharpOptions options, ILogger? logger = null, IProgress<float>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems() is [var problem, ..])
        {
            throw new ArgumentException(problem, nameof(options));
        }

        var file = ModelFile.Read(options.ModelPath);
        foreach (var adapter in options.Adapters)
        {
            AdapterFile.Read(adapter.Path, file);
        }

        await OneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            LLamaLog.Clear();
            LLamaNatives.Require(options, logger);
            RequireDevice(options);
            return await LoadAsync(options, file, logger, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<LLamaTokenEngine> LoadAsync(
        LLamaSharpOptions options, GgufFile file, ILogger? logger, IProgress<float>? progress, CancellationToken cancellationToken)
    {
        var parameters = Parameters(options);
        LLamaWeights? weights = null;
        LLamaContext? context = null;
        try
        {
            weights = await LLamaWeights.LoadFromFileAsync(parameters, cancellationToken, progress).ConfigureAwait(false);
            RequireWriter(weights, file);
            var device = UsedDevice(options);
            if (!device.OnGpu && options is { Backend: LLamaBackend.Auto, GpuLayerCount: -1 } && logger is not null)
            {
                OnCpu(logger, options.ModelPath, device.Description);
            }

            ChooseSizes(parameters, options, weights);
            RequireMemory(parameters, options, file, device);
            context = weights.CreateContext(parameters);
            RequireContext(context, parameters);
            return new LLamaTokenEngine(weights, context, file, options, device);
        }
        catch (Exception failure)
        {
            if (context is { NativeHandle.IsInvalid: true })
            {
                // The context holds on to the model, and an invalid handle is never released: the model would stay loaded.
                weights?.NativeHandle.DangerousRelease();
            }

            context?.Dispose();
            weights?.Dispose();
            if (failure is LoadWeightsFailedException)
            {
                throw Refused(file, failure);
            }

            throw;
        }
    }

    private static ModelParams Parameters(LLamaSharpOptions options) => new(options.ModelPath)
    {
        GpuLayerCount = options.Backend == LLamaBackend.Cpu ? 0 : options.GpuLayerCount,
        MainGpu = options.MainGpu,
        UseMemorymap = options.MapFile,
        SeqMax = (uint)options.MaxSequences,
        Threads = options.UsedThreads,
        BatchThreads = options.BatchThreads ?? options.UsedThreads,

        // A null would be "auto", which turns it on; see LLamaSharpOptions.FlashAttention.
        FlashAttention = options.FlashAttention,
        TypeK = CacheType(options.Cache),
        TypeV = CacheType(options.Cache),

        // Otherwise the context is split among the sequences, and a prompt finds a part of it only.
        KVUnified = true,
    };

    private static GGMLType CacheType(CachePrecision precision) => precision switch
    {
        CachePrecision.Bits32 => GGMLType.GGML_TYPE_F32,
        CachePrecision.Bits8 => GGMLType.GGML_TYPE_Q8_0,
        _ => GGMLType.GGML_TYPE_F16,
    };

    private static void ChooseSizes(ModelParams parameters, LLamaSharpOptions options, LLamaWeights weights)
    {
        var context = options.ContextSize ?? Math.Min(LLamaSharpOptions.UsualContext, Math.Max(64, weights.NativeHandle.ContextSize));
        var batch = (uint)Math.Min(options.BatchSize, context);
        parameters.ContextSize = (uint)context;
        parameters.BatchSize = batch;

        // A call is one graph only if its physical batch is as large as its logical one.
        parameters.UBatchSize = batch;
    }

    private static void RequireDevice(LLamaSharpOptions options)
    {
        if (options.RequiresGpu && !NativeApi.llama_supports_gpu_offload())
        {
            throw NoGpu(options, "llama.cpp's native libraries find none");
        }
    }

    /// <summary>
    /// LLamaSharp picks the CPU's libraries in silence where the GPU's cannot be loaded, and llama.cpp does the same
    /// with a GPU that it cannot start. What was put there is in the log alone.
    /// </summary>
    private static LLamaDevice UsedDevice(LLamaSharpOptions options)
    {
        var offloaded = LLamaLog.Find("offloaded ");
        var onGpu = options.Backend != LLamaBackend.Cpu && options.GpuLayerCount != 0 && NativeApi.llama_supports_gpu_offload()
            && (offloaded is null || !offloaded.Contains("offloaded 0/", StringComparison.Ordinal));
        if (options.RequiresGpu && !onGpu)
        {
            throw NoGpu(options, $"llama.cpp says: {offloaded}");
        }

        return new LLamaDevice(onGpu, onGpu ? offloaded ?? "GPU" : $"CPU, {options.UsedThreads} {(options.UsedThreads == 1 ? "thread" : "threads")}");
    }

    private static LLamaSharpException NoGpu(LLamaSharpOptions options, string why)
    {
        var asked = options.Backend == LLamaBackend.Auto ? $"GpuLayerCount is {options.GpuLayerCount}" : $"Backend is {options.Backend}";
        var said = LLamaLog.Last(LLamaLogLevel.Warning) is { } line ? $" ({line})" : "";
        return new LLamaSharpException(LLamaSharpError.NoGpu,
            $"{asked}, but no GPU is used: {why}{said}; install the GPU's driver and the backend package for it, or set Backend to Cpu.");
    }

    private static void RequireWriter(LLamaWeights weights, GgufFile file)
    {
        if (weights.NativeHandle.HasEncoder)
        {
            throw new LLamaSharpException(LLamaSharpError.NotAModel,
                $"{file.Path} is of the architecture {file.Architecture}, which has an encoder; give the file of a model that only goes on with text.");
        }
    }

    private static void RequireMemory(ModelParams parameters, LLamaSharpOptions options, GgufFile file, LLamaDevice device)
    {
        var (needed, present) = (CacheSize.Bytes(file, (int)parameters.ContextSize!, options.Cache), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        if (!device.OnGpu && needed > present)
        {
            throw new LLamaSharpException(LLamaSharpError.NoMemory,
                $"A context of {parameters.ContextSize} tokens takes {needed / (1 << 20):N0} MiB at least, and there are {present >> 20:N0} MiB; set ContextSize lower.");
        }
    }

    private static void RequireContext(LLamaContext context, ModelParams parameters)
    {
        // LLamaSharp compares the handle with null, which it never is; a context that could not be made is an invalid one.
        if (context.NativeHandle.IsInvalid)
        {
            throw new LLamaSharpException(LLamaSharpError.NoMemory,
                $"llama.cpp makes no context of {parameters.ContextSize} tokens ({LLamaLog.Last(LLamaLogLevel.Error) ?? "it says nothing"}); if memory is short, set ContextSize or BatchSize lower, or else Cache to Bits16.");
        }
    }

    private static LLamaSharpException Refused(GgufFile file, Exception failure)
    {
        if (LLamaLog.Find("unknown model architecture") is not null)
        {
            return new LLamaSharpException(LLamaSharpError.UnknownArchitecture,
                $"{file.Path} is of the architecture '{file.Architecture}', which this llama.cpp does not know; use a newer LLamaSharp or another model.", failure);
        }

        // What is wrong with the file itself is said first, in a line of its own.
        var reason = LLamaLog.Find("gguf_init_from") ?? LLamaLog.Find("error loading model") ?? LLamaLog.Last(LLamaLogLevel.Error) ?? "it says nothing";
        return new LLamaSharpException(LLamaSharpError.LoadFailed, $"llama.cpp refuses the model {file.Path}: {reason}; get the file again, or convert it with the matching llama.cpp.", failure);
    }

    [LoggerMessage(EventId = 604, Level = LogLevel.Warning, Message = "{Model} runs on the {Device}, because llama.cpp finds no GPU. Set Backend to Cpu if that is meant, or to Cuda, Vulkan or Metal to have the reason.")]
    private static partial void OnCpu(ILogger logger, string model, string device);
}
