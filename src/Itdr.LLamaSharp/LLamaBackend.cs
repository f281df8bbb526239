namespace Itdr.LLamaSharp;

/// <summary>What llama.cpp computes on.</summary>
public enum LLamaBackend
{
    /// <summary>A GPU if the native libraries find one, else the CPU, which is logged as a warning.</summary>
    Auto,

    /// <summary>The CPU alone.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU; it is an error if none is used.</summary>
    Cuda,

    /// <summary>A GPU by Vulkan; it is an error if none is used.</summary>
    Vulkan,

    /// <summary>Apple's GPU; it is an error if it is not used.</summary>
    Metal,
}
