using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LLama.Native;

namespace Itdr.LLamaSharp.Natives;

/// <summary>A folder with llama.cpp's native libraries, looked at before LLamaSharp does.</summary>
internal static unsafe class NativeFolder
{
    private const int LargestStruct = 1024;
    private const byte Untouched = 0xA5;

    /// <summary>The path of the main library in a folder, of the build that the binding is made for.</summary>
    /// <exception cref="LLamaSharpException">There is none, it cannot be loaded, or it is of another build.</exception>
    public static string FindLibrary(string folder)
    {
        var path = Find(folder, "llama") ?? throw new LLamaSharpException(LLamaSharpError.NativesMissing,
            Directory.Exists(folder)
                ? $"The folder {folder} holds no {FileName("llama")}; name the folder with llama.cpp's native libraries."
                : $"There is no folder {folder}; name the folder with llama.cpp's native libraries.");
        nint library;
        try
        {
            library = NativeLibrary.Load(path);
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
        {
            throw new LLamaSharpException(LLamaSharpError.NativesMissing,
                $"{path} cannot be loaded: {failure.Message.ReplaceLineEndings(" ")}; use libraries for this system and processor, and install what they need.", failure);
        }

        RequireBuild(library, path);
        return path;
    }

    /// <summary>
    /// Loads the libraries of the devices, the CPU among them, where they are files of their own; LLamaSharp never
    /// does, and without them llama.cpp has no device at all.
    /// </summary>
    public static void LoadDevices(string folder)
    {
        if (Find(folder, "ggml") is { } path && NativeLibrary.TryLoad(path, out var library)
            && NativeLibrary.TryGetExport(library, "ggml_backend_load_all_from_path", out var load))
        {
            var name = Marshal.StringToCoTaskMemUTF8(folder);
            ((delegate* unmanaged[Cdecl]<nint, void>)load)(name);
            Marshal.FreeCoTaskMem(name);
        }
    }

    /// <summary>
    /// Why the first of the libraries that LLamaSharp found could not be loaded, such as one of the system's that it
    /// needs; null if there is no such library. LLamaSharp tells in the log which one it was, and nowhere why.
    /// </summary>
    public static string? Obstacle(IEnumerable<string> log)
    {
        const string Failed = "Failed Loading '";
        var path = log.Where(static line => line.StartsWith(Failed, StringComparison.Ordinal))
            .Select(static line => line[Failed.Length..].TrimEnd('\''))
            .FirstOrDefault(File.Exists);
        if (path is null)
        {
            return null;
        }

        try
        {
            NativeLibrary.Load(Path.GetFullPath(path));
            return null;
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
        {
            return failure.Message.ReplaceLineEndings(" ");
        }
    }

    private static string? Find(string folder, string name)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        // node-llama-cpp puts the build into the name: libllama.b9842.so.
        var (prefix, extension) = Parts();
        var plain = Path.Combine(folder, prefix + name + extension);
        return File.Exists(plain)
            ? plain
            : Directory.EnumerateFiles(folder, $"{prefix}{name}.*{extension}").Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static string FileName(string name) => Parts() is var (prefix, extension) ? prefix + name + extension : "";

    private static (string Prefix, string Extension) Parts() =>
        OperatingSystem.IsWindows() ? ("", ".dll") : OperatingSystem.IsMacOS() ? ("lib", ".dylib") : ("lib", ".so");

    /// <summary>
    /// A library of another build crashes the process or returns garbage without a word. What changes from build to
    /// build is above all the size of the context's parameters, so what the library writes is measured.
    /// </summary>
    /// <exception cref="LLamaSharpException">It is of another build.</exception>
    public static void RequireBuild(nint library, string path)
    {
        if (!NativeLibrary.TryGetExport(library, "llama_context_default_params", out var defaults)
            || !NativeLibrary.TryGetExport(library, "llama_set_adapters_lora", out _)
            || !NativeLibrary.TryGetExport(library, "llama_memory_seq_rm", out _))
        {
            throw Mismatch(path, "it lacks functions that are needed");
        }

        // Elsewhere the place of a returned structure is passed in another way than as a first argument.
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return;
        }

        var size = WrittenBytes(defaults);
        if (size != Unsafe.SizeOf<LLamaContextParams>())
        {
            throw Mismatch(path, $"its context parameters take {size} bytes, not {Unsafe.SizeOf<LLamaContextParams>()}");
        }
    }

    /// <summary>How many bytes a function writes that returns a structure by value.</summary>
    internal static int WrittenBytes(nint function)
    {
        Span<byte> written = stackalloc byte[LargestStruct];
        written.Fill(Untouched);
        fixed (byte* place = written)
        {
            _ = ((delegate* unmanaged[Cdecl]<byte*, nint>)function)(place);
        }

        return written.LastIndexOfAnyExcept(Untouched) + 1;
    }

    private static LLamaSharpException Mismatch(string path, string why) => new(LLamaSharpError.NativesMismatch,
        $"{path} is of another build of llama.cpp than the one that this LLamaSharp is made for: {why}; use the libraries of its own backend package.");
}
