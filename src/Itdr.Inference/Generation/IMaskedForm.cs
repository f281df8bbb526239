namespace Itdr.Inference;

/// <summary>The texts of a value of which there are too many to list, told byte by byte.</summary>
internal interface IMaskedForm
{
    /// <summary>Whether some value's text begins with a UTF-8 text, or is it.</summary>
    bool CanBecome(ReadOnlySpan<byte> text);

    /// <summary>Whether a UTF-8 text is the whole text of a value.</summary>
    bool Is(ReadOnlySpan<byte> text);
}
