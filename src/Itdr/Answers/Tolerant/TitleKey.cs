namespace Itdr;

/// <summary>
/// A title without what a repair ignores. The same reduction is applied to what a model wrote and to the candidates,
/// so two candidates that agree after it are seen to be indistinguishable.
/// </summary>
/// <param name="Text">What is left.</param>
/// <param name="Emphasis">How many marks of emphasis were taken away.</param>
/// <param name="Quotes">How many pairs of quotes were taken away.</param>
/// <param name="Punctuation">How many closing punctuation marks were taken away.</param>
internal readonly record struct TitleKey(string Text, int Emphasis, int Quotes, int Punctuation)
{
    private const int MostPasses = 16;
    private const string QuotePairs = "\"\"''«»‹›「」『』";
    private static readonly System.Buffers.SearchValues<char> Typographic = System.Buffers.SearchValues.Create("’‘‚“”„");
    private static readonly string[] EmphasisMarks = ["**", "__", "`"];

    /// <summary>How much a reduction ignores.</summary>
    public enum Level
    {
        /// <summary>White space around the title.</summary>
        Spacing,

        /// <summary>Emphasis as well.</summary>
        Emphasis,

        /// <summary>Quotes as well.</summary>
        Quotes,

        /// <summary>Closing punctuation as well.</summary>
        Punctuation,
    }

    /// <summary>Reduces a title.</summary>
    public static TitleKey Of(ReadOnlySpan<char> title, Level level)
    {
        var key = new TitleKey(title.Trim().ToString(), 0, 0, 0);

        // Nobody nests marks deeply; without a bound, marks within marks would take a pass over the text each.
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var reduced = key;
            if (level >= Level.Emphasis)
            {
                reduced = reduced.WithoutEmphasis();
            }

            if (level >= Level.Quotes)
            {
                reduced = reduced.WithoutQuotes();
            }

            if (level >= Level.Punctuation)
            {
                reduced = reduced.WithoutPunctuation();
            }

            // A title that consists of nothing but marks keeps them.
            if (reduced.Text.Length == 0 || reduced == key)
            {
                return key;
            }

            key = reduced;
        }

        return key;
    }

    private TitleKey WithoutEmphasis()
    {
        var text = Text;
        var removed = 0;
        foreach (var mark in EmphasisMarks)
        {
            var without = text.Replace(mark, "", StringComparison.Ordinal);
            removed += (text.Length - without.Length) / mark.Length;
            text = without;
        }

        var pairs = 0;
        while (text.Length - (2 * pairs) > 2 && text[pairs] is '*' or '_' && text[^(pairs + 1)] == text[pairs])
        {
            pairs++;
        }

        removed += pairs;
        return removed == 0 ? this : this with { Text = text.AsSpan()[pairs..^pairs].Trim().ToString(), Emphasis = Emphasis + removed };
    }

    private TitleKey WithoutQuotes()
    {
        // A typographic mark and its plain form are the same mark.
        if (Text.AsSpan().ContainsAny(Typographic))
        {
            return this with { Text = Plain(Text), Quotes = Quotes + 1 };
        }

        if (Text.Length < 2)
        {
            return this;
        }

        for (var pair = 0; pair < QuotePairs.Length; pair += 2)
        {
            if (Text[0] == QuotePairs[pair] && Text[^1] == QuotePairs[pair + 1])
            {
                return this with { Text = Text[1..^1].Trim(), Quotes = Quotes + 1 };
            }
        }

        return this;
    }

    private static string Plain(string text) => text
        .Replace('’', '\'').Replace('‘', '\'').Replace('‚', '\'')
        .Replace('“', '"').Replace('”', '"').Replace('„', '"');

    private TitleKey WithoutPunctuation()
    {
        var without = Text.TrimEnd('.', ',', ';', ':', '!');
        return without.Length == Text.Length
            ? this
            : this with { Text = without.TrimEnd(), Punctuation = Punctuation + Text.Length - without.Length };
    }
}
