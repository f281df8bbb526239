using System.Runtime.InteropServices;

namespace LLama.Native;

/// <summary>llama_model_params of the builds b8390 to b10068.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ModelLoadParams
{
    public nint Devices;
    public nint TensorBufferOverrides;
    public int GpuLayers;
    public int SplitMode;
    public int MainGpu;
    public nint TensorSplit;
    public nint ProgressCallback;
    public nint ProgressUserData;
    public nint MetadataOverrides;
    public byte VocabularyOnly;
    public byte UseMemoryMap;
    public byte UseDirectIO;
    public byte UseMemoryLock;
    public byte CheckTensors;
    public byte UseExtraBufferTypes;
    public byte NoHost;
    public byte NoAllocation;
}
