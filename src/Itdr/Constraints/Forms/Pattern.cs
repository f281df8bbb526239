using System.Collections.Immutable;
using System.Text;

namespace Itdr;

/// <summary>A regular language: what the grammar and the regular expression of a constraint are both written from.</summary>
internal abstract class Pattern
{
    /// <summary>The empty text.</summary>
    public static Pattern Empty { get; } = new PatternText("");

    /// <summary>Whether the empty text is among the texts.</summary>
    public abstract bool MayBeEmpty { get; }

    /// <summary>One text.</summary>
    public static Pattern Of(string text) => text.Length == 0 ? Empty : new PatternText(text);

    /// <summary>One code point of a set that is not empty.</summary>
    public static Pattern Of(CodePoints set) => new PatternClass(set);

    /// <summary>Patterns one after the other.</summary>
    public static Pattern Sequence(IEnumerable<Pattern> patterns)
    {
        var parts = ImmutableArray.CreateBuilder<Pattern>();
        foreach (var part in patterns.SelectMany(static pattern => pattern is PatternSequence sequence ? sequence.Parts : [pattern]))
        {
            var pattern = part is PatternClass { Set.Single: { } code } ? Of(char.ConvertFromUtf32(code)) : part;
            if (pattern is PatternText next && parts.Count > 0 && parts[^1] is PatternText last)
            {
                parts[^1] = new PatternText(last.Text + next.Text);
            }
            else if (pattern is not PatternText { Text.Length: 0 })
            {
                parts.Add(pattern);
            }
        }

        return parts.Count switch { 0 => Empty, 1 => parts[0], _ => new PatternSequence(parts.ToImmutable()) };
    }

    /// <summary>One of some patterns, of which there is at least one.</summary>
    public static Pattern Choice(IEnumerable<Pattern> patterns)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var alternatives = ImmutableArray.CreateBuilder<Pattern>();
        CodePoints? single = null;
        foreach (var pattern in patterns.SelectMany(static pattern => pattern is PatternChoice choice ? choice.Alternatives : [pattern]))
        {
            if (pattern is PatternClass member)
            {
                single = single?.Union(member.Set) ?? member.Set;
            }
            else if (pattern is not PatternText text || texts.Add(text.Text))
            {
                alternatives.Add(pattern);
            }
        }

        if (single is not null)
        {
            alternatives.Insert(0, Of(single));
        }

        if (texts.Contains(""))
        {
            alternatives.RemoveAll(static pattern => pattern is PatternText { Text.Length: 0 });
            return alternatives.Count == 0 ? Empty : Optional(Choice(alternatives));
        }

        return alternatives.Count == 1 ? alternatives[0] : new PatternChoice(alternatives.ToImmutable());
    }

    /// <summary>A pattern or nothing.</summary>
    public static Pattern Optional(Pattern pattern) => pattern.MayBeEmpty ? pattern : new PatternRepeat(pattern, 0, 1);

    /// <summary>A pattern, which does not hold the empty text, any number of times.</summary>
    public static Pattern Star(Pattern pattern) => new PatternRepeat(pattern, 0, null);

    /// <summary>A pattern a number of times.</summary>
    public static Pattern Repeat(Pattern pattern, int least, int most) =>
        (least, most) switch
        {
            (_, 0) => Empty,
            (1, 1) => pattern,
            _ => new PatternRepeat(pattern, least, most),
        };

    /// <summary>The pattern as a rule of its own where the form has rules.</summary>
    public Pattern Named(string name) => this is PatternText ? this : new PatternRule(name, this);
}

/// <summary>One text.</summary>
internal sealed class PatternText(string text) : Pattern
{
    public string Text { get; } = text;

    public override bool MayBeEmpty => Text.Length == 0;

    /// <summary>Whether the text is one code point.</summary>
    public bool IsSingle => Rune.TryGetRuneAt(Text, 0, out var rune) && rune.Utf16SequenceLength == Text.Length;
}

/// <summary>One code point of a set.</summary>
internal sealed class PatternClass(CodePoints set) : Pattern
{
    public CodePoints Set { get; } = set;

    public override bool MayBeEmpty => false;
}

/// <summary>Patterns one after the other.</summary>
internal sealed class PatternSequence(ImmutableArray<Pattern> parts) : Pattern
{
    public ImmutableArray<Pattern> Parts { get; } = parts;

    public override bool MayBeEmpty { get; } = parts.All(static part => part.MayBeEmpty);
}

/// <summary>One of some patterns.</summary>
internal sealed class PatternChoice(ImmutableArray<Pattern> alternatives) : Pattern
{
    public ImmutableArray<Pattern> Alternatives { get; } = alternatives;

    public override bool MayBeEmpty { get; } = alternatives.Any(static alternative => alternative.MayBeEmpty);
}

/// <summary>A pattern a number of times, without an upper limit if that is null.</summary>
internal sealed class PatternRepeat(Pattern content, int least, int? most) : Pattern
{
    public Pattern Content { get; } = content;

    /// <summary>How often, as the forms write it.</summary>
    public string Times { get; } = (least, most) switch
    {
        (0, 1) => "?",
        (0, null) => "*",
        (_, null) => FormattableString.Invariant($"{{{least},}}"),
        _ when least == most => FormattableString.Invariant($"{{{least}}}"),
        _ => FormattableString.Invariant($"{{{least},{most}}}"),
    };

    public override bool MayBeEmpty { get; } = least == 0 || content.MayBeEmpty;
}

/// <summary>A pattern with a name.</summary>
internal sealed class PatternRule(string name, Pattern content) : Pattern
{
    public string Name { get; } = name;

    public Pattern Content { get; } = content;

    public override bool MayBeEmpty => Content.MayBeEmpty;
}
