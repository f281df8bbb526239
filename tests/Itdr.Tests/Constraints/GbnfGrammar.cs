using System.Globalization;
using System.Text;

namespace Itdr.Tests.Constraints;

/// <summary>
/// A recogniser of texts by a GBNF grammar, written from the description of the notation: what every machine can check
/// a grammar with. It reads less than llama.cpp does: no comments and no tokens.
/// </summary>
internal sealed class GbnfGrammar
{
    private readonly Dictionary<string, Node> rules = new(StringComparer.Ordinal);
    private readonly string source;
    private int position;

    private GbnfGrammar(string source) => this.source = source;

    private delegate HashSet<int> Node(int[] text, int from);

    /// <summary>The names of the rules.</summary>
    public IReadOnlyCollection<string> RuleNames => rules.Keys;

    /// <summary>Reads a grammar.</summary>
    /// <exception cref="FormatException">The text is no grammar, or refers to a rule that it lacks.</exception>
    public static GbnfGrammar Parse(string source)
    {
        var grammar = new GbnfGrammar(source);
        var wanted = new HashSet<string>(StringComparer.Ordinal) { "root" };
        while (grammar.position < source.Length)
        {
            grammar.ReadRule(wanted);
        }

        wanted.ExceptWith(grammar.rules.Keys);
        return wanted.Count == 0 ? grammar : throw new FormatException($"The grammar lacks the rules {string.Join(", ", wanted)}.");
    }

    /// <summary>Whether the grammar derives exactly this text.</summary>
    public bool Matches(string text)
    {
        int[] codePoints = [.. text.EnumerateRunes().Select(rune => rune.Value)];
        return rules["root"](codePoints, 0).Contains(codePoints.Length);
    }

    private void ReadRule(HashSet<string> wanted)
    {
        var name = ReadName();
        Expect(" ::= ");
        var body = ReadAlternatives(wanted);
        Expect("\n");
        if (!rules.TryAdd(name, body))
        {
            throw Error($"a second rule named {name}");
        }
    }

    private Node ReadAlternatives(HashSet<string> wanted)
    {
        var alternatives = new List<Node> { ReadSequence(wanted) };
        while (TryRead('|'))
        {
            SkipSpaces();
            alternatives.Add(ReadSequence(wanted));
        }

        return (text, from) => [.. alternatives.SelectMany(alternative => alternative(text, from))];
    }

    private Node ReadSequence(HashSet<string> wanted)
    {
        var parts = new List<Node>();
        while (position < source.Length && source[position] is not ('|' or ')' or '\n'))
        {
            parts.Add(ReadRepeats(ReadPart(wanted)));
            SkipSpaces();
        }

        return (text, from) => parts.Aggregate(new HashSet<int> { from }, (starts, part) => [.. starts.SelectMany(start => part(text, start))]);
    }

    private Node ReadPart(HashSet<string> wanted)
    {
        switch (source[position])
        {
            case '"':
                return ReadLiteral();
            case '[':
                return ReadClass();
            case '(':
                position++;
                var group = ReadAlternatives(wanted);
                Expect(")");
                return group;
            default:
                var name = ReadName();
                wanted.Add(name);
                return (text, from) => rules[name](text, from);
        }
    }

    private Node ReadRepeats(Node part)
    {
        if (position == source.Length)
        {
            return part;
        }

        switch (source[position])
        {
            case '?':
                position++;
                return Repeat(part, 0, 1);
            case '*':
                position++;
                return Repeat(part, 0, int.MaxValue);
            case '{':
                position++;
                var least = ReadInteger();
                var most = least;
                if (TryRead(','))
                {
                    most = source[position] == '}' ? int.MaxValue : ReadInteger();
                }

                Expect("}");
                return Repeat(part, least, most);
            default:
                return part;
        }
    }

    private static Node Repeat(Node part, int least, int most) => (text, from) =>
    {
        var ends = new HashSet<int>();
        HashSet<int> reached = [from];
        for (var times = 0; times <= most && reached.Count > 0; times++)
        {
            if (times >= least)
            {
                reached.ExceptWith(ends);
                ends.UnionWith(reached);
            }

            reached = times == most ? [] : [.. reached.SelectMany(start => part(text, start))];
        }

        return ends;
    };

    private Node ReadLiteral()
    {
        position++;
        var expected = new List<int>();
        while (source[position] != '"')
        {
            expected.Add(ReadCodePoint());
        }

        position++;
        return (text, from) => text.AsSpan(from).StartsWith([.. expected]) ? [from + expected.Count] : [];
    }

    private Node ReadClass()
    {
        position++;
        var isNegated = TryRead('^');
        var ranges = new List<(int Low, int High)>();
        while (source[position] != ']')
        {
            var low = ReadCodePoint();
            var high = low;
            if (source[position] == '-' && source[position + 1] != ']')
            {
                position++;
                high = ReadCodePoint();
            }

            ranges.Add((low, high));
        }

        position++;
        return (text, from) => from < text.Length && ranges.Any(range => text[from] >= range.Low && text[from] <= range.High) != isNegated ? [from + 1] : [];
    }

    private int ReadCodePoint()
    {
        if (source[position] is '\n' or '\r')
        {
            throw Error("a line break inside a literal or a class");
        }

        if (source[position] != '\\')
        {
            var rune = Rune.GetRuneAt(source, position);
            position += rune.Utf16SequenceLength;
            return rune.Value;
        }

        position += 2;
        return source[position - 1] switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '\\' or '"' or '[' or ']' => source[position - 1],
            'x' => ReadHexadecimal(2),
            'u' => ReadHexadecimal(4),
            'U' => ReadHexadecimal(8),
            _ => throw Error("an unknown escape"),
        };
    }

    private int ReadHexadecimal(int digits)
    {
        position += digits;
        return int.Parse(source.AsSpan(position - digits, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private int ReadInteger()
    {
        var start = position;
        while (char.IsAsciiDigit(source[position]))
        {
            position++;
        }

        return int.Parse(source.AsSpan(start, position - start), CultureInfo.InvariantCulture);
    }

    private string ReadName()
    {
        var start = position;
        while (position < source.Length && (char.IsAsciiLetterOrDigit(source[position]) || source[position] == '-'))
        {
            position++;
        }

        return position > start ? source[start..position] : throw Error("no rule name");
    }

    private bool TryRead(char character)
    {
        if (position == source.Length || source[position] != character)
        {
            return false;
        }

        position++;
        return true;
    }

    private void SkipSpaces()
    {
        while (TryRead(' '))
        {
        }
    }

    private void Expect(string text)
    {
        if (string.CompareOrdinal(source, position, text, 0, text.Length) != 0)
        {
            throw Error($"no {text}");
        }

        position += text.Length;
    }

    private FormatException Error(string found) => new($"Character {position}: {found}, before {source[position..Math.Min(source.Length, position + 30)]}.");
}
