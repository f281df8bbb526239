using System.Runtime.InteropServices;

namespace LLama.Native;

[StructLayout(LayoutKind.Sequential)]
public record struct LLamaPos
{
    public int Value;

    private LLamaPos(int value) => Value = value;

    public static explicit operator int(LLamaPos pos) => pos.Value;

    public static implicit operator LLamaPos(int value) => new(value);
}
