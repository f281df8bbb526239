namespace Itdr.Datasets.Sources.Literals;

/// <summary>How the lines of a file are written, each of which is a map from names to values.</summary>
internal interface ILiteralSyntax
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">Its bytes, which are valid UTF-8 without NUL.</param>
    /// <param name="row">Takes its values; it is empty.</param>
    /// <param name="kept">How many fields are kept, the first of those that are asked for; the others must be sound all the same.</param>
    /// <returns>What is wrong, or null.</returns>
    string? Read(ReadOnlySpan<byte> line, LiteralRow row, int kept);
}
