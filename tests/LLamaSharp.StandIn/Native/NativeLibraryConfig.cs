namespace LLama.Native;

public sealed class NativeLibraryConfig
{
    private NativeLibraryConfig()
    {
    }

    public static NativeLibraryConfigContainer All { get; } = new();

    public static NativeLibraryConfig LLama { get; } = new();

    public bool LibraryHasLoaded { get; internal set; }

    internal string? LibraryPath { get; private set; }

    internal NativeLogConfig.LLamaLogCallback? LogCallback { get; private set; }

    public NativeLibraryConfig WithLibrary(string? libraryPath)
    {
        RequireNotLoaded();
        LibraryPath = libraryPath;
        return this;
    }

    public NativeLibraryConfig WithLogCallback(NativeLogConfig.LLamaLogCallback? callback)
    {
        RequireNotLoaded();
        LogCallback = callback;
        return this;
    }

    internal void RequireNotLoaded()
    {
        if (LibraryHasLoaded)
        {
            throw new InvalidOperationException("The native library is loaded and cannot be chosen any more.");
        }
    }
}
