using System.Globalization;

namespace Itdr.Datasets;

/// <summary>A threshold of one cell set to another value than its default.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Name">The name of the threshold, such as <c>min-rating</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record CellSetting(CellName Cell, string Name, decimal Value)
{
    /// <summary>Reads <c>subtask/source.name=value</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="DatasetException">It has not this form, or the value is no number.</exception>
    public static CellSetting Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var dot = equals < 0 ? -1 : text.LastIndexOf('.', equals);
        if (dot < 0)
        {
            throw new DatasetException($"{text} is not a setting; write subtask/source.name=value, such as top-k/movielens-32m.min-rating=4.");
        }

        var value = text[(equals + 1)..];
        return decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new CellSetting(CellName.Parse(text[..dot]), text[(dot + 1)..equals], number)
            : throw new DatasetException($"The value of {text[..equals]} is {value}, which is not a number.");
    }
}
