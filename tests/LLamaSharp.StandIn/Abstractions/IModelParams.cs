namespace LLama.Abstractions;

public interface IModelParams
{
    int MainGpu { get; set; }

    int GpuLayerCount { get; }

    bool UseMemorymap { get; }

    bool UseMemoryLock { get; }

    string ModelPath { get; }
}
