namespace Itdr.Datasets.Sources.Literals;

/// <summary>What a <see cref="LiteralValue"/> is.</summary>
internal enum LiteralKind
{
    /// <summary>JSON's null, Python's None.</summary>
    Nothing,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map from texts.</summary>
    Map,
}

/// <summary>A value as JSON and Python literals have them.</summary>
internal sealed class LiteralValue
{
    private LiteralValue(LiteralKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>Null or None.</summary>
    public static LiteralValue Nothing { get; } = new(LiteralKind.Nothing, "");

    /// <summary>True.</summary>
    public static LiteralValue True { get; } = new(LiteralKind.Truth, "True");

    /// <summary>False.</summary>
    public static LiteralValue False { get; } = new(LiteralKind.Truth, "False");

    /// <summary>A text without characters.</summary>
    public static LiteralValue NoText { get; } = new(LiteralKind.Text, "");

    /// <summary>What it is.</summary>
    public LiteralKind Kind { get; }

    /// <summary>The text, or the number as it is written, or <c>True</c> or <c>False</c>; else empty.</summary>
    public string Text { get; }

    /// <summary>The values of a list; else none.</summary>
    public IReadOnlyList<LiteralValue> Items { get; private init; } = [];

    /// <summary>The entries of a map, in their order; else none.</summary>
    public IReadOnlyList<KeyValuePair<string, LiteralValue>> Entries { get; private init; } = [];

    /// <summary>A text.</summary>
    public static LiteralValue OfText(string text) => new(LiteralKind.Text, text);

    /// <summary>A number, as it is written.</summary>
    public static LiteralValue OfNumber(string digits) => new(LiteralKind.Number, digits);

    /// <summary>A list.</summary>
    public static LiteralValue OfItems(IReadOnlyList<LiteralValue> items) => new(LiteralKind.List, "") { Items = items };

    /// <summary>A map.</summary>
    public static LiteralValue OfEntries(IReadOnlyList<KeyValuePair<string, LiteralValue>> entries) => new(LiteralKind.Map, "") { Entries = entries };

    /// <summary>The texts of a list, those that are empty or something else left out; a text by itself is a list of one.</summary>
    public IEnumerable<string> Texts => Kind switch
    {
        LiteralKind.Text => Text.Length > 0 ? [Text] : [],
        _ => Items.Where(static item => item.Kind == LiteralKind.Text && item.Text.Length > 0).Select(static item => item.Text),
    };
}
