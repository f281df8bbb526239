using System.Runtime.InteropServices;
using LLama.Abstractions;
using LLama.Exceptions;

namespace LLama.Native;

/// <summary>Loads the native library at the first call that needs it.</summary>
public static class NativeApi
{
    private static ChosenLibrary? chosen;

    static NativeApi()
    {
        NativeLibrary.SetDllImportResolver(typeof(NativeApi).Assembly, static (name, _, _) => name == LLamaLibrary.Name ? LoadChosen() : 0);
        NativeLibraryConfig.LLama.LibraryHasLoaded = true;
        try
        {
            _ = LLamaLibrary.llama_max_devices();
        }
        catch (DllNotFoundException)
        {
            throw new RuntimeError("The native library cannot be loaded.");
        }

        if (NativeLibraryConfig.LLama.LogCallback is { } callback)
        {
            NativeLogConfig.llama_log_set(callback);
        }

        LLamaLibrary.llama_backend_init();
    }

    public static void llama_empty_call() => _ = LLamaLibrary.llama_max_devices();

    public static INativeLibrary? GetLoadedNativeLibrary(NativeLibraryName name) => name == NativeLibraryName.LLama ? chosen : null;

    public static bool llama_supports_gpu_offload() => LLamaLibrary.llama_supports_gpu_offload() != 0;

    private static nint LoadChosen()
    {
        if (NativeLibraryConfig.LLama.LibraryPath is not { } path || !NativeLibrary.TryLoad(path, out var library))
        {
            return 0;
        }

        chosen = new ChosenLibrary();
        return library;
    }

    private sealed class ChosenLibrary : INativeLibrary
    {
    }
}
