using System.Globalization;

namespace Itdr.Evaluation;

/// <summary>A metric's name in its parts: <c>family-order@depth:convention</c>.</summary>
/// <param name="Text">The whole name.</param>
/// <param name="Family">The family, such as <c>ndcg</c> or <c>bleu</c>.</param>
/// <param name="Order">The length of n-grams, or null.</param>
/// <param name="Depth">How many places count, or null.</param>
/// <param name="Convention">The convention asked for, or null for the preset's.</param>
internal sealed record MetricName(string Text, string Family, int? Order, int? Depth, string? Convention)
{
    private const int MostOrder = 9;

    public static MetricName Parse(string text)
    {
        var (name, convention) = Cut(text, ':');
        var (family, depth) = Cut(name, '@');
        var dash = family.LastIndexOf('-');
        var order = dash > 0 && dash < family.Length - 1 && family[(dash + 1)..].All(char.IsAsciiDigit) ? family[(dash + 1)..] : null;
        return new MetricName(
            text,
            order is null ? family : family[..dash],
            order is null ? null : Number(text, order, "the length of its n-grams", MostOrder),
            depth is null ? null : Number(text, depth, "how many places count", int.MaxValue - 1),
            convention);
    }

    private static (string Before, string? After) Cut(string text, char mark) =>
        text.IndexOf(mark) is >= 0 and var place ? (text[..place], text[(place + 1)..]) : (text, null);

    private static int Number(string text, string digits, string meaning, int most) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new UnknownMetricException(text, $"\"{text}\" is not a metric: \"{digits}\" stands for {meaning}, which is a whole number from 1 to {most}.");
}
