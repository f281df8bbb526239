using System.Globalization;

namespace Itdr;

/// <summary>A scale of ratings: its bounds, the step between two points, and how a point is written.</summary>
/// <param name="Minimum">The lowest rating.</param>
/// <param name="Maximum">The highest rating.</param>
/// <param name="Step">The distance between two neighbouring points, above zero; points are <c>Minimum + k × Step</c>.</param>
/// <param name="Format">The numeric format of a point's text, such as <c>0</c> or <c>0.0</c>; two points must never share a text.</param>
[Fragment("{MinimumText} to {MaximumText}")]
[Fragment("{MinimumText} to {MaximumText} in steps of {StepText}", Format = "steps")]
public sealed record RatingScale(decimal Minimum, decimal Maximum, decimal Step, string Format)
{
    /// <summary>One to five, whole numbers: <c>4</c>.</summary>
    public static RatingScale FivePoints { get; } = new(1, 5, 1, "0");

    /// <summary>A half to five in halves, always with one decimal: <c>4.0</c>.</summary>
    public static RatingScale HalfPoints { get; } = new(0.5m, 5m, 0.5m, "0.0");

    /// <summary>One to ten, whole numbers: <c>9</c>.</summary>
    public static RatingScale TenPoints { get; } = new(1, 10, 1, "0");

    /// <summary>The text of <see cref="Minimum"/>.</summary>
    public string MinimumText => Text(Minimum);

    /// <summary>The text of <see cref="Maximum"/>.</summary>
    public string MaximumText => Text(Maximum);

    /// <summary>The text of <see cref="Step"/>.</summary>
    public string StepText => Step.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The text of a rating, by <see cref="Format"/> in the invariant culture.</summary>
    /// <param name="rating">The rating; it need not be a point of the scale.</param>
    public string Text(decimal rating) => rating.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Whether a rating is a point of the scale: within its bounds and a whole number of steps above the minimum.</summary>
    /// <param name="rating">The rating.</param>
    public bool Contains(decimal rating) =>
        rating >= Minimum && rating <= Maximum && Step > 0 && (rating - Minimum) % Step == 0;

    /// <summary>
    /// The same rating with the decimals that <see cref="Format"/> writes, so that a template which writes the plain
    /// number and one that goes by the scale give the same text: 4 becomes 4.0 on <see cref="HalfPoints"/>.
    /// </summary>
    /// <param name="rating">The rating.</param>
    /// <returns>A value equal to <paramref name="rating"/> if that is a point of the scale.</returns>
    public decimal Normalize(decimal rating) => decimal.Parse(Text(rating), NumberStyles.Number, CultureInfo.InvariantCulture);
}
