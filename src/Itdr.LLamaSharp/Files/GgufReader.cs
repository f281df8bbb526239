using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Itdr.LLamaSharp.Files;

/// <summary>Reads the parts of a GGUF header one after another and never past the end of the file.</summary>
internal sealed class GgufReader(Stream stream, string path)
{
    private const int MostText = 1 << 24;

    public long Position => stream.Position;

    public uint UInt32()
    {
        Span<byte> bytes = stackalloc byte[4];
        Fill(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>A length or a count, which can never be more than what is left of the file.</summary>
    public long Length(long bytesEach = 1)
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        return length <= (ulong)((stream.Length - stream.Position) / bytesEach) ? (long)length : throw Truncated();
    }

    public long Number()
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    public string Text()
    {
        var length = Length();
        if (length > MostText)
        {
            stream.Seek(length, SeekOrigin.Current);
            return "";
        }

        var bytes = new byte[length];
        Fill(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Reads a value as text; arrays are passed over and are empty.</summary>
    public string Value(uint kind)
    {
        switch (kind)
        {
            case 8:
                return Text();
            case 9:
                SkipArray();
                return "";
            default:
                Span<byte> bytes = stackalloc byte[Size(kind)];
                Fill(bytes);
                return Scalar(kind, bytes);
        }
    }

    private static string Scalar(uint kind, ReadOnlySpan<byte> bytes) => kind switch
    {
        0 => bytes[0].ToString(CultureInfo.InvariantCulture),
        1 => ((sbyte)bytes[0]).ToString(CultureInfo.InvariantCulture),
        2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes).ToString(CultureInfo.InvariantCulture),
        3 => BinaryPrimitives.ReadInt16LittleEndian(bytes).ToString(CultureInfo.InvariantCulture),
        4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes).ToString(CultureInfo.InvariantCulture),
        5 => BinaryPrimitives.ReadInt32LittleEndian(bytes).ToString(CultureInfo.InvariantCulture),
        6 => BinaryPrimitives.ReadSingleLittleEndian(bytes).ToString(CultureInfo.InvariantCulture),
        7 => bytes[0] != 0 ? "true" : "false",
        10 => BinaryPrimitives.ReadUInt64LittleEndian(bytes).ToString(CultureInfo.InvariantCulture),
        11 => BinaryPrimitives.ReadInt64LittleEndian(bytes).ToString(CultureInfo.InvariantCulture),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes).ToString(CultureInfo.InvariantCulture),
    };

    private void SkipArray()
    {
        var kind = UInt32();
        if (kind is 8 or 9)
        {
            for (var left = Length(kind == 8 ? 8 : 12); left > 0; left--)
            {
                if (kind == 8)
                {
                    stream.Seek(Length(), SeekOrigin.Current);
                }
                else
                {
                    throw Damaged("an array of arrays");
                }
            }
        }
        else
        {
            var size = Size(kind);
            stream.Seek(Length(size) * size, SeekOrigin.Current);
        }
    }

    private int Size(uint kind) => kind switch
    {
        0 or 1 or 7 => 1,
        2 or 3 => 2,
        4 or 5 or 6 => 4,
        10 or 11 or 12 => 8,
        _ => throw Damaged($"a value of type {kind}"),
    };

    private void Fill(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw Truncated();
        }
    }

    public LLamaSharpException Damaged(string found) => new(LLamaSharpError.NotGguf,
        $"{path} has {found} at byte {stream.Position}, which no GGUF file has; it is damaged, so get it again.");

    public LLamaSharpException Truncated() => new(LLamaSharpError.Truncated,
        $"{path} ends after {stream.Length} bytes, before its GGUF header does; the download was cut off, so get it again.");
}
