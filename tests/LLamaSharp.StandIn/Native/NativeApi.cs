using System.Runtime.InteropServices;
using LLama.Exceptions;

namespace LLama.Native;

/// <summary>Loads the native library at the first call that needs it.</summary>
public static class NativeApi
{
    static NativeApi()
    {
        NativeLibrary.SetDllImportResolver(typeof(NativeApi).Assembly, static (name, _, _) =>
            name == LLamaLibrary.Name && NativeLibraryConfig.LLama.LibraryPath is { } path && NativeLibrary.TryLoad(path, out var library) ? library : 0);
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

    public static bool llama_supports_gpu_offload() => LLamaLibrary.llama_supports_gpu_offload() != 0;
}
