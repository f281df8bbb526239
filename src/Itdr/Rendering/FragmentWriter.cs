namespace Itdr;

/// <summary>Writes one value by the template of its fragment; generated code makes one for each format that it uses.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="writer">Where the text goes.</param>
/// <param name="value">The value.</param>
public delegate void FragmentWriter<in T>(ref PromptWriter writer, T value);
