using System.Globalization;

namespace Itdr.Cli.Commands;

/// <summary>What tokens cost, by prices for a million of them, in whatever currency these are.</summary>
internal sealed record LabelCost(decimal? InputPrice, decimal? OutputPrice)
{
    private const decimal Million = 1_000_000;

    /// <summary>Reads a price.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static decimal Price(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
            ? price
            : throw new UsageException($"{text} is no price; write what a million tokens cost, such as 0.15");

    /// <summary>The cost, or null if no price is known.</summary>
    public decimal? Of(long input, long output) => InputPrice is null && OutputPrice is null
        ? null
        : (input * (InputPrice ?? 0) / Million) + (output * (OutputPrice ?? 0) / Million);

    /// <summary>Tokens and cost as a phrase.</summary>
    public string Text(long input, long output)
    {
        var tokens = string.Create(CultureInfo.InvariantCulture, $"{input:N0} + {output:N0} tokens");
        return Of(input, output) is { } cost ? string.Create(CultureInfo.InvariantCulture, $"{tokens}, cost {cost:0.####}") : tokens;
    }
}
