using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Itdr.Evaluation;

/// <summary>
/// HTML that is safe by its making: what stands in a literal is markup, and whatever is put into it is escaped, so no
/// title or model output can become markup.
/// </summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder text = new();

    /// <summary>Adds markup with values.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
        _ = markup;
        text.Append('\n');
    }

    /// <summary>Adds markup that holds no value.</summary>
    public void AddFixed(string markup) => text.Append(markup).Append('\n');

    /// <summary>The page.</summary>
    public override string ToString() => text.ToString();

    /// <summary>Writes the pieces of a template into the page.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Markup
    {
        private readonly StringBuilder text;

        public Markup(int literalLength, int formattedCount, HtmlPage page)
        {
            text = page.text;
            text.EnsureCapacity(text.Length + literalLength + (formattedCount * 8));
        }

        public void AppendLiteral(string markup) => text.Append(markup);

        public void AppendFormatted(string? value)
        {
            foreach (var character in value ?? "")
            {
                switch (character)
                {
                    case '&':
                        text.Append("&amp;");
                        break;
                    case '<':
                        text.Append("&lt;");
                        break;
                    case '>':
                        text.Append("&gt;");
                        break;
                    case '"':
                        text.Append("&quot;");
                        break;
                    case '\'':
                        text.Append("&#39;");
                        break;
                    case < ' ' and not ('\n' or '\t'):
                        text.Append('\uFFFD');
                        break;
                    default:
                        text.Append(character);
                        break;
                }
            }
        }

        public void AppendFormatted(int value) => text.Append(value.ToString("N0", CultureInfo.InvariantCulture));

        /// <summary>A length or a place in a drawing.</summary>
        public void AppendFormatted(double value) => text.Append(value.ToString("0.##", CultureInfo.InvariantCulture));
    }
}
