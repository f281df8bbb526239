using System.Runtime.InteropServices;
using LLama.Exceptions;
using LLama.Native;
using Microsoft.Extensions.Logging;

namespace Itdr.LLamaSharp.Natives;

/// <summary>
/// The choice of native libraries, which a process makes once. It comes before anything else of LLamaSharp: even
/// <c>new ModelParams()</c> loads them, and then nothing can be chosen any more.
/// </summary>
internal static class LLamaNatives
{
    private static readonly Lock Gate = new();
    private static string? chosenFolder;
    private static LLamaBackend chosenBackend;
    private static bool isLoaded;

    /// <summary>Loads the libraries that the options name, or requires that they are loaded already.</summary>
    /// <exception cref="LLamaSharpException">They cannot be loaded, or others are.</exception>
    public static void Require(LLamaSharpOptions options, ILogger? logger)
    {
        lock (Gate)
        {
            LLamaLog.PassTo(logger);
            var folder = options.NativeFolder is { } given ? Path.GetFullPath(given) : null;
            if (isLoaded)
            {
                RequireSame(folder, options.Backend);
                return;
            }

            Load(folder, options.Backend);
            (chosenFolder, chosenBackend, isLoaded) = (folder, options.Backend, true);
        }
    }

    private static void Load(string? folder, LLamaBackend backend)
    {
        var library = folder is null ? null : NativeFolder.FindLibrary(folder);
        if (!NativeLibraryConfig.LLama.LibraryHasLoaded)
        {
            LLamaLog.Listen();
            NativeLibraryConfig.All
                .WithCuda(backend is LLamaBackend.Auto or LLamaBackend.Cuda)
                .WithVulkan(backend is LLamaBackend.Auto or LLamaBackend.Vulkan)

                // For the CPU there are libraries for several generations of it, and what it falls back to is an older one.
                .WithAutoFallback(backend is LLamaBackend.Auto or LLamaBackend.Cpu);
            NativeLibraryConfig.LLama.WithLibrary(library);
        }
        else if (library is not null)
        {
            throw new LLamaSharpException(LLamaSharpError.NativesChosen,
                $"The app used LLamaSharp before, so {library} cannot be chosen any more; load the model first, or leave NativeFolder unset.");
        }

        try
        {
            // LLamaContextParams.Default() and others do not set up loading by themselves; this call does.
            NativeApi.llama_empty_call();
        }
        catch (Exception failure) when (failure is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException)
        {
            throw new LLamaSharpException(LLamaSharpError.NativesMissing,
                $"llama.cpp's native libraries cannot be loaded{Reason(failure)}; add a package LLamaSharp.Backend.* to the app, or set NativeFolder.", failure);
        }

        LLamaLog.Listen();
        if (folder is not null)
        {
            NativeFolder.LoadDevices(folder);
        }
        else
        {
            RequireBuild();
        }
    }

    /// <summary>
    /// Where LLamaSharp finds no library of its own, the system's search may find one that is installed for other
    /// programs; LLamaSharp takes it, whatever its build.
    /// </summary>
    private static void RequireBuild()
    {
        if (NativeApi.GetLoadedNativeLibrary(NativeLibraryName.LLama) is null
            && NativeLibrary.TryLoad("llama", typeof(NativeApi).Assembly, null, out var library))
        {
            NativeFolder.RequireBuild(library, "The library llama that is installed on this system");
        }
    }

    private static void RequireSame(string? folder, LLamaBackend backend)
    {
        if (folder is not null && folder != chosenFolder)
        {
            throw new LLamaSharpException(LLamaSharpError.NativesChosen,
                $"This process uses the native libraries of {chosenFolder ?? "LLamaSharp's backend packages"}, which cannot be changed, so {folder} is refused; use one folder for all models.");
        }

        if (folder is null && chosenFolder is null && backend is not LLamaBackend.Auto && chosenBackend is not LLamaBackend.Auto && backend != chosenBackend)
        {
            throw new LLamaSharpException(LLamaSharpError.NativesChosen,
                $"This process loaded the native libraries for {chosenBackend}, which cannot be changed, so {backend} is refused; use one backend for all models.");
        }
    }

    private static string Reason(Exception failure)
    {
        var cause = failure.InnerException ?? failure;

        // LLamaSharp's own error says no more than that, and a list of what it might be.
        var said = NativeFolder.Obstacle(LLamaLog.Lines()) ?? (cause is RuntimeError ? null : cause.Message.Split('\n')[0]);
        return said is null ? "" : ": " + said.TrimEnd(' ', '.', ':');
    }
}
