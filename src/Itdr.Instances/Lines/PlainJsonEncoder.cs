using System.Text;
using System.Text.Encodings.Web;

namespace Itdr.Instances;

/// <summary>
/// Escapes what JSON demands, control characters and the separators U+2028 and U+2029, and nothing else, so that
/// titles in every script, and emoji, stay as they are. The platform's relaxed encoder still escapes emoji.
/// </summary>
public sealed class PlainJsonEncoder : JavaScriptEncoder
{
    private PlainJsonEncoder()
    {
    }

    /// <summary>The encoder.</summary>
    public static PlainJsonEncoder Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar is < ' ' or '"' or '\\' or (>= 0x7F and <= 0x9F) or 0x2028 or 0x2029;

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        var index = 0;
        while (index < span.Length)
        {
            // Half a surrogate pair is replaced by the base class once it is found.
            var isWhole = Rune.DecodeFromUtf16(span[index..], out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (!isWhole || WillEncode(rune.Value))
            {
                return index;
            }

            index += length;
        }

        return -1;
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
