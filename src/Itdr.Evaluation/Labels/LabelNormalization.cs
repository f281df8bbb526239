using System.Text;

namespace Itdr.Evaluation;

/// <summary>What is made alike before two labels are compared; its name stands in the metric's signature.</summary>
/// <param name="Name">The name: letters, digits, <c>-</c> and <c>+</c>.</param>
public sealed record LabelNormalization(string Name)
{
    private readonly IReadOnlyDictionary<string, string> aliases = new Dictionary<string, string>();

    /// <summary>Nothing is changed.</summary>
    public static LabelNormalization Exact { get; } = new("exact");

    /// <summary>
    /// White space around the label is dropped and runs of it become one blank, then full stops at the end are
    /// dropped, then letters are lower-cased one by one by the invariant culture.
    /// </summary>
    public static LabelNormalization Folded { get; } = new("folded") { Folds = true };

    private bool Folds { get; init; }

    /// <summary>The same normalisation with words that count as others, looked up after it was applied.</summary>
    /// <param name="name">The name of the table, which joins the name of the normalisation.</param>
    /// <param name="table">From a label, as this normalisation leaves it, to the label that it stands for.</param>
    public LabelNormalization With(string name, IReadOnlyDictionary<string, string> table) =>
        new($"{Name}+{name}") { Folds = Folds, Aliases = table };

    private IReadOnlyDictionary<string, string> Aliases
    {
        get => aliases;
        init => aliases = value.ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Normalises a label.</summary>
    /// <param name="label">The label.</param>
    public string Apply(string label)
    {
        var normalised = Folds ? Fold(label) : label;
        return Aliases.GetValueOrDefault(normalised, normalised);
    }

    private static string Fold(string label)
    {
        var folded = new StringBuilder(label.Length);
        var isGap = false;
        foreach (var character in label)
        {
            if (char.IsWhiteSpace(character))
            {
                isGap = folded.Length > 0;
                continue;
            }

            if (isGap)
            {
                folded.Append(' ');
                isGap = false;
            }

            folded.Append(char.ToLowerInvariant(character));
        }

        return folded.ToString().TrimEnd('.', ' ');
    }
}
