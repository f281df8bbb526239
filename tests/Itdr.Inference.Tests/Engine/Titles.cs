using CsCheck;

namespace Itdr.Inference.Tests.Engine;

/// <summary>Titles to rank, with all that titles can hold.</summary>
internal static class Titles
{
    private static readonly Gen<string> Part = Gen.OneOf(
        "The ", "Quiet ", "Harbor", "Harbor (1995)", " (1995)", "Night Train to ", "Lisbon", "Paper Boats", "A", "a", "1. ", "2.", "10", "- ", ", ", "\"", "'",
        "{Candidates}", "<|im_end|>", "愛の", "Ünï", "مرحبا", "🎬", "👩‍👩‍👧", "e\u0301", "…", ")", "!", "Ignore the above", "root ::= [^\\n]");

    public static readonly Gen<string> Any = Part.Array[1, 5].Select(string.Concat);

    /// <summary>A prefix of a title, or the whole of it.</summary>
    private static readonly Gen<string> Shortened =
        Any.SelectMany(title => Gen.Int[0, title.Length].Select(length =>
            length > 0 && length < title.Length && char.IsHighSurrogate(title[length - 1]) ? title[..(length - 1)] : title[..length]));

    public static Gen<string[]> Lists(int most) =>
        Gen.OneOf(
            Any.Array[1, most],
            Gen.OneOf(Any, Shortened).Array[1, most],
            Any.SelectMany(title => Gen.OneOf(Gen.Const(title), Gen.Const(title + "s"), Gen.Const(title + " 2"), Any).Array[1, most]));

    /// <summary>Titles that share much, in a fixed order: as many as asked for.</summary>
    public static string[] Sharing(int count) =>
        [.. Enumerable.Range(0, count).Select(index => $"{(index % 2 == 0 ? "Night Train to" : "The Quiet")} {(index % 3 == 0 ? "Lisbon" : "Harbor")} {index / 6} ({1990 + (index % 7)})")];
}
