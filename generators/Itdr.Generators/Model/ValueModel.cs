namespace Itdr.Generators.Model;

/// <summary>How a value is written.</summary>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Format">The format of a number or a date, or null.</param>
/// <param name="Writer">The generated method that writes a fragment, or null.</param>
/// <param name="Layout">How a list is laid out, or null.</param>
/// <param name="Element">How an entry of a list is written, or null.</param>
internal sealed record ValueModel(
    ValueKind Kind,
    string? Format = null,
    string? Writer = null,
    LayoutModel? Layout = null,
    ValueModel? Element = null)
{
    /// <summary>The expression for the values and texts of a closed set, or null.</summary>
    public string? Set { get; init; }

    /// <summary>The type of a list's entries, or null.</summary>
    public string? ElementType { get; init; }
}

/// <summary>The kinds of values.</summary>
internal enum ValueKind
{
    Text,
    Number,
    Date,
    Set,
    Fragment,
    List,
}

/// <summary>How a list is laid out.</summary>
/// <param name="Style">The name of the member of <c>Itdr.ListStyle</c>.</param>
/// <param name="Separator">What stands between two entries, or null for the style's own.</param>
internal sealed record LayoutModel(string Style, string? Separator);
