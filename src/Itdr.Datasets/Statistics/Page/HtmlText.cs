using System.Globalization;
using System.Net;
using System.Text;

namespace Itdr.Datasets.Statistics.Page;

/// <summary>Writes HTML in which no data can become markup.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder text = new();

    /// <summary>Appends markup of our own.</summary>
    public void Raw(string markup) => text.Append(markup);

    /// <summary>Appends an element that holds nothing but text.</summary>
    /// <param name="name">The name of the element.</param>
    /// <param name="content">The text, which is escaped.</param>
    /// <param name="style">The class, or null.</param>
    public void Element(string name, string content, string? style = null) =>
        text.Append('<').Append(name).Append(style is null ? "" : $" class=\"{style}\"").Append('>').Append(Escape(content)).Append("</").Append(name).Append(">\n");

    /// <summary>A text as it stands in HTML, in an element or a quoted attribute.</summary>
    public static string Escape(string content) => WebUtility.HtmlEncode(content);

    /// <summary>A coordinate, with at most one decimal.</summary>
    public static string Coordinate(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
