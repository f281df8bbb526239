using System.Text;

namespace Itdr.Inference;

/// <summary>The parts that JSON texts are made of, by the grammar of RFC 8259.</summary>
internal static class JsonShapes
{
    /// <summary>White space without end is what a model without a way out writes.</summary>
    private const int MostSpaces = 16;

    private static readonly JsonPart[] Bytes = [.. Enumerable.Range(0, 256).Select(static value => new JsonByte([(byte)value]))];

    private static readonly JsonPart Digit = In("0-9");
    private static readonly JsonPart Digits = new JsonRepeat(Digit, 1, null);
    private static readonly JsonPart Hex = In("0-9", "a-f", "A-F");
    private static readonly JsonPart Continuation = Range(0x80, 0xBF);
    private static readonly JsonPart OpenObject = new JsonByte("{"u8.ToArray(), 1);
    private static readonly JsonPart CloseObject = new JsonByte("}"u8.ToArray(), -1);
    private static readonly JsonPart OpenArray = new JsonByte("["u8.ToArray(), 1);
    private static readonly JsonPart CloseArray = new JsonByte("]"u8.ToArray(), -1);
    private static readonly JsonPart Character = MakeCharacter();

    /// <summary>Nothing.</summary>
    public static JsonPart Nothing { get; } = new JsonSequence();

    /// <summary>White space that may stand between two marks.</summary>
    public static JsonPart Space { get; } = new JsonRepeat(new JsonByte(" \n\t\r"u8.ToArray()), 0, MostSpaces);

    /// <summary>What stands between two members or items, without the white space before the second.</summary>
    public static JsonPart Comma { get; } = new JsonSequence(Space, Of(','));

    /// <summary>An integer without bounds.</summary>
    public static JsonPart Integer { get; } = new JsonSequence(Maybe(Of('-')), new JsonAnyOf(Of('0'), new JsonSequence(In("1-9"), new JsonRepeat(Digit, 0, null))));

    /// <summary>A number without bounds.</summary>
    public static JsonPart Number { get; } = new JsonSequence(
        Integer, Maybe(new JsonSequence(Of('.'), Digits)), Maybe(new JsonSequence(In("e", "E"), Maybe(In("+", "-")), Digits)));

    /// <summary>True or false.</summary>
    public static JsonPart Boolean { get; } = new JsonAnyOf(Literal("true"), Literal("false"));

    /// <summary>The value null.</summary>
    public static JsonPart Null { get; } = Literal("null");

    /// <summary>Any value.</summary>
    public static JsonPart Any { get; } = MakeAny();

    /// <summary>Any object.</summary>
    public static JsonPart AnyObject { get; } = Dictionary(Any);

    /// <summary>One character of ASCII.</summary>
    public static JsonPart Of(char character) => Bytes[character];

    /// <summary>A text, byte by byte.</summary>
    public static JsonPart Literal(string text) => new JsonSequence([.. Encoding.UTF8.GetBytes(text).Select(static value => Bytes[value])]);

    /// <summary>A string.</summary>
    /// <param name="least">The least number of characters, Unicode code points.</param>
    /// <param name="most">The most, or null for any number.</param>
    public static JsonPart String(int least, int? most) => new JsonSequence(Of('"'), new JsonRepeat(Character, least, most), Of('"'));

    /// <summary>An object with any names.</summary>
    /// <param name="value">What the names stand for.</param>
    public static JsonPart Dictionary(JsonPart value)
    {
        var member = Member(String(0, null), value);
        return Object(Maybe(new JsonSequence(member, new JsonRepeat(new JsonSequence(Comma, member), 0, null))));
    }

    /// <summary>An object.</summary>
    /// <param name="members">What stands in it.</param>
    public static JsonPart Object(JsonPart members) => new JsonSequence(OpenObject, members, Space, CloseObject);

    /// <summary>A name and its value, with white space before them.</summary>
    public static JsonPart Member(JsonPart name, JsonPart value) => new JsonSequence(Space, name, Space, Of(':'), Space, value);

    /// <summary>An array.</summary>
    /// <param name="item">Each item.</param>
    /// <param name="least">The least number of items.</param>
    /// <param name="most">The most, or null for any number.</param>
    public static JsonPart Array(JsonPart item, int least, int? most)
    {
        var items = new JsonSequence(Space, item, new JsonRepeat(new JsonSequence(Comma, Space, item), Math.Max(0, least - 1), most - 1));
        return Array(most == 0 ? Nothing : least == 0 ? Maybe(items) : items);
    }

    /// <summary>An array.</summary>
    /// <param name="items">What stands in it, with white space before it.</param>
    public static JsonPart Array(JsonPart items) => new JsonSequence(OpenArray, items, Space, CloseArray);

    private static JsonAnyOf Maybe(JsonPart part) => new(part, Nothing);

    private static JsonByte Range(byte first, byte last) => new(Enumerable.Range(first, last - first + 1).Select(static value => (byte)value));

    /// <summary>A byte of ranges such as <c>a-f</c>, or of single characters.</summary>
    private static JsonByte In(params string[] ranges) =>
        new(ranges.SelectMany(static range => Enumerable.Range(range[0], range[^1] - range[0] + 1)).Select(static value => (byte)value));

    /// <summary>A character of a string: well-formed UTF-8, or an escape that stands for a whole character.</summary>
    private static JsonAnyOf MakeCharacter()
    {
        JsonPart[] plain =
        [
            new JsonByte(Enumerable.Range(0x20, 0x60).Select(static value => (byte)value).Except("\"\\"u8.ToArray())),
            new JsonSequence(Range(0xC2, 0xDF), Continuation),
            new JsonSequence(Bytes[0xE0], Range(0xA0, 0xBF), Continuation),
            new JsonSequence(new JsonAnyOf(Range(0xE1, 0xEC), Range(0xEE, 0xEF)), Continuation, Continuation),
            new JsonSequence(Bytes[0xED], Range(0x80, 0x9F), Continuation),
            new JsonSequence(Bytes[0xF0], Range(0x90, 0xBF), Continuation, Continuation),
            new JsonSequence(Range(0xF1, 0xF3), Continuation, Continuation, Continuation),
            new JsonSequence(Bytes[0xF4], Range(0x80, 0x8F), Continuation, Continuation),
        ];

        // No surrogates: readers stumble over one without its other half, and no text needs them escaped.
        var code = new JsonAnyOf(
            new JsonSequence(In("0-9", "a-c", "A-C", "e-f", "E-F"), Hex, Hex, Hex),
            new JsonSequence(In("d", "D"), In("0-7"), Hex, Hex));
        var escape = new JsonSequence(Of('\\'), new JsonAnyOf(new JsonByte("\"\\/bfnrt"u8.ToArray()), new JsonSequence(Of('u'), code)));
        return new JsonAnyOf([.. plain, escape]);
    }

    private static JsonReference MakeAny()
    {
        var any = new JsonReference();
        any.Target = new JsonAnyOf(Dictionary(any), Array(any, 0, null), String(0, null), Number, Boolean, Null);
        return any;
    }
}
