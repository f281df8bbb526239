using System.Runtime.InteropServices;

namespace LLama.Native;

[StructLayout(LayoutKind.Sequential)]
public readonly record struct LLamaToken
{
    private readonly int value;

    private LLamaToken(int value) => this.value = value;

    public static explicit operator int(LLamaToken pos) => pos.value;

    public static implicit operator LLamaToken(int value) => new(value);

    public LLamaTokenAttr GetAttributes(SafeLlamaModelHandle.Vocabulary vocab)
    {
        ArgumentNullException.ThrowIfNull(vocab);
        return (LLamaTokenAttr)LLamaLibrary.llama_vocab_get_attr(vocab.Pointer, value);
    }

    public bool IsControl(SafeLlamaModelHandle.Vocabulary vocab)
    {
        ArgumentNullException.ThrowIfNull(vocab);
        return LLamaLibrary.llama_vocab_is_control(vocab.Pointer, value) != 0;
    }

    public bool IsEndOfGeneration(SafeLlamaModelHandle.Vocabulary vocab)
    {
        ArgumentNullException.ThrowIfNull(vocab);
        return LLamaLibrary.llama_vocab_is_eog(vocab.Pointer, value) != 0;
    }
}
