using System.Runtime.InteropServices;

namespace LLama.Native;

[StructLayout(LayoutKind.Sequential)]
public record struct LLamaSeqId
{
    public int Value;

    private LLamaSeqId(int value) => Value = value;

    public static explicit operator int(LLamaSeqId pos) => pos.Value;

    public static explicit operator LLamaSeqId(int value) => new(value);
}
