namespace Itdr.LLamaSharp.Files;

/// <summary>
/// The header of a GGUF file. It is read before llama.cpp sees the file, since llama.cpp gives no reason, a null
/// pointer, or ends the process.
/// </summary>
internal sealed class GgufFile
{
    private const uint Magic = 0x46554747;
    private const int DefaultAlignment = 32;

    private GgufFile(string path, Dictionary<string, string> metadata, Dictionary<string, GgufTensor> tensors) =>
        (Path, Metadata, Tensors) = (path, metadata, tensors);

    public string Path { get; }

    /// <summary>The metadata as text; arrays are empty.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    public IReadOnlyDictionary<string, GgufTensor> Tensors { get; }

    public string Architecture => Metadata.GetValueOrDefault("general.architecture", "");

    /// <summary>What the file holds, such as <c>model</c> or <c>adapter</c>; old files do not say.</summary>
    public string Type => Metadata.GetValueOrDefault("general.type", "");

    /// <summary>Reads the header and requires that the data is there up to its last byte.</summary>
    /// <exception cref="LLamaSharpException">There is no such file, or it is no whole GGUF file.</exception>
    public static GgufFile Read(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Missing(path, failure);
        }

        using (stream)
        {
            return Read(stream, path);
        }
    }

    private static GgufFile Read(FileStream stream, string path)
    {
        var reader = new GgufReader(stream, path);
        RequireMagic(stream, reader, path);
        var version = reader.UInt32();
        if (version is not (2 or 3))
        {
            throw new LLamaSharpException(LLamaSharpError.NotGguf,
                $"{path} is a GGUF file of version {version}, and versions 2 and 3 are known; convert the model again with a newer llama.cpp.");
        }

        var tensorCount = reader.Length(24);
        var valueCount = reader.Length(12);
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = valueCount; left > 0; left--)
        {
            var key = reader.Text();
            metadata[key] = reader.Value(reader.UInt32());
        }

        var tensors = new Dictionary<string, GgufTensor>(StringComparer.Ordinal);
        for (var left = tensorCount; left > 0; left--)
        {
            var tensor = ReadTensor(reader);
            tensors[tensor.Name] = tensor;
        }

        RequireData(stream, reader, path, metadata, tensors);
        return new GgufFile(path, metadata, tensors);
    }

    private static void RequireMagic(FileStream stream, GgufReader reader, string path)
    {
        if (stream.Length < 4 || reader.UInt32() != Magic)
        {
            throw new LLamaSharpException(LLamaSharpError.NotGguf,
                $"{path} is not a GGUF file; convert the model with llama.cpp's convert_hf_to_gguf.py, or download its GGUF form.");
        }
    }

    private static GgufTensor ReadTensor(GgufReader reader)
    {
        var name = reader.Text();
        var sizes = new long[Math.Min(reader.UInt32(), 8)];
        for (var index = 0; index < sizes.Length; index++)
        {
            sizes[index] = reader.Number();
            if (sizes[index] <= 0)
            {
                // llama.cpp divides by it.
                throw reader.Damaged($"the tensor {name} with a size of {sizes[index]}");
            }
        }

        return new GgufTensor(name, sizes, reader.UInt32(), reader.Number());
    }

    private static void RequireData(
        FileStream stream, GgufReader reader, string path, Dictionary<string, string> metadata, Dictionary<string, GgufTensor> tensors)
    {
        var alignment = metadata.TryGetValue("general.alignment", out var text) && int.TryParse(text, out var given) && given > 0 ? given : DefaultAlignment;
        var start = (reader.Position + alignment - 1) / alignment * alignment;
        var end = tensors.Count == 0 ? reader.Position : start + tensors.Values.Max(static tensor => tensor.Offset + tensor.Bytes);
        if (stream.Length < end)
        {
            throw new LLamaSharpException(LLamaSharpError.Truncated,
                $"{path} has {stream.Length} bytes and its header speaks of {end}; the download was cut off, so get it again.");
        }
    }

    private static LLamaSharpException Missing(string path, Exception failure) => failure is FileNotFoundException or DirectoryNotFoundException
        ? new(LLamaSharpError.FileMissing, $"There is no file {path}; give the path of a GGUF file.", failure)
        : new(LLamaSharpError.FileMissing, $"{path} cannot be read: {failure.Message}", failure);
}
