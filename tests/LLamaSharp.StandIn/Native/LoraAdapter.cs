namespace LLama.Native;

public class LoraAdapter
{
    internal LoraAdapter(SafeLlamaModelHandle model, string path, nint pointer) => (Model, Path, Pointer, Loaded) = (model, path, pointer, true);

    public SafeLlamaModelHandle Model { get; }

    public string Path { get; }

    internal nint Pointer { get; }

    internal bool Loaded { get; private set; }

    public void Unload()
    {
        if (Loaded && !Model.IsClosed)
        {
            LLamaLibrary.llama_adapter_lora_free(Pointer);
        }

        Loaded = false;
    }
}
