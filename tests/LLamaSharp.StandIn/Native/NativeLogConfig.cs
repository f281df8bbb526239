using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LLama.Native;

public static unsafe class NativeLogConfig
{
    private static LLamaLogCallback? current;

    public delegate void LLamaLogCallback(LLamaLogLevel level, string message);

    public static void llama_log_set(LLamaLogCallback? logCallback)
    {
        if (!NativeLibraryConfig.LLama.LibraryHasLoaded)
        {
            NativeLibraryConfig.LLama.WithLogCallback(logCallback);
            return;
        }

        current = logCallback;
        LLamaLibrary.llama_log_set(&Forward, 0);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Forward(int level, byte* message, nint user) =>
        current?.Invoke((LLamaLogLevel)level, Marshal.PtrToStringUTF8((nint)message) ?? "");
}
