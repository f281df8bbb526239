namespace Itdr.LLamaSharp.Files;

/// <summary>A tensor that a GGUF file lists.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sizes">Its sizes, the fastest one first.</param>
/// <param name="Kind">The number of its element type.</param>
/// <param name="Offset">Where it begins, from the start of the data.</param>
internal sealed record GgufTensor(string Name, long[] Sizes, uint Kind, long Offset)
{
    /// <summary>How many bytes it takes at least; 0 if the element type is not known here.</summary>
    public long Bytes
    {
        get
        {
            var (elements, bytes) = Block(Kind);
            return (long)Math.Min(Sizes.Aggregate(1.0, static (product, size) => product * size) / elements * bytes, long.MaxValue / 4);
        }
    }

    /// <summary>Elements and bytes of a block, by ggml's numbers of element types.</summary>
    private static (int Elements, int Bytes) Block(uint kind) => kind switch
    {
        0 or 26 => (1, 4),
        1 or 25 or 30 => (1, 2),
        24 => (1, 1),
        27 or 28 => (1, 8),
        2 => (32, 18),
        3 => (32, 20),
        6 => (32, 22),
        7 => (32, 24),
        8 => (32, 34),
        20 => (32, 18),
        39 => (32, 17),
        10 => (256, 84),
        11 => (256, 110),
        12 => (256, 144),
        13 => (256, 176),
        14 => (256, 210),
        16 => (256, 66),
        17 => (256, 74),
        18 => (256, 98),
        19 => (256, 50),
        21 => (256, 110),
        22 => (256, 82),
        23 => (256, 136),
        29 => (256, 56),
        _ => (1, 0),
    };
}
