namespace LLama.Native;

public enum NativeLibraryName
{
    LLama,
    Mtmd,
}
