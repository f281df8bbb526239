namespace LLama.Native;

/// <summary>The choice among several backends, of which there is one here: the library that the path names.</summary>
public sealed class NativeLibraryConfigContainer
{
    internal NativeLibraryConfigContainer()
    {
    }

    public NativeLibraryConfigContainer WithCuda(bool enable = true) => Checked(enable);

    public NativeLibraryConfigContainer WithVulkan(bool enable = true) => Checked(enable);

    public NativeLibraryConfigContainer WithAutoFallback(bool enable = true) => Checked(enable);

    private NativeLibraryConfigContainer Checked(bool enable)
    {
        _ = enable;
        NativeLibraryConfig.LLama.RequireNotLoaded();
        return this;
    }
}
