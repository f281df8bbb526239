namespace Itdr.LLamaSharp;

/// <summary>In what numbers the cache of decoded tokens is kept.</summary>
public enum CachePrecision
{
    /// <summary>16-bit floating point.</summary>
    Bits16,

    /// <summary>32-bit floating point: twice the memory; results depend least on how tokens were batched.</summary>
    Bits32,

    /// <summary>8 bits in blocks with a common scale: half the memory, and flash attention must be on.</summary>
    Bits8,
}
