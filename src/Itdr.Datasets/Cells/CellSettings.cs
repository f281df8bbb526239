using System.Globalization;

namespace Itdr.Datasets.Cells;

/// <summary>The thresholds of one cell: its defaults, and what the user set.</summary>
internal sealed class CellSettings
{
    private readonly SortedDictionary<string, decimal> values = new(StringComparer.Ordinal);

    /// <summary>Checks what the user set.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="settings">What was set, of this cell and of others.</param>
    /// <exception cref="DatasetException">The cell has no such threshold, or the value is out of its range.</exception>
    public CellSettings(CellInfo cell, IEnumerable<CellSetting> settings)
    {
        foreach (var known in cell.Settings)
        {
            values.Add(known.Name, known.Default);
        }

        foreach (var setting in settings.Where(setting => setting.Cell == cell.Name))
        {
            var known = cell.Settings.FirstOrDefault(known => known.Name == setting.Name)
                ?? throw new DatasetException($"{cell.Name} has no setting {setting.Name}; it has {Phrase.List(cell.Settings.Select(static known => known.Name))}.");
            values[known.Name] = Checked(setting, known);
        }
    }

    /// <summary>The thresholds as text, by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Texts =>
        values.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.ToString("0.###", CultureInfo.InvariantCulture)));

    /// <summary>A threshold that is a whole number.</summary>
    public int Whole(string name) => (int)values[name];

    /// <summary>A threshold.</summary>
    public decimal Number(string name) => values[name];

    private static decimal Checked(CellSetting setting, CellSettingInfo known)
    {
        var isWhole = setting.Value == decimal.Truncate(setting.Value);
        if (setting.Value < known.Minimum || setting.Value > known.Maximum || (known.IsWhole && !isWhole))
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture,
                $"{setting.Cell}.{setting.Name} is {setting.Value}, but must be a {(known.IsWhole ? "whole " : "")}number from {known.Minimum} to {known.Maximum}."));
        }

        return setting.Value;
    }
}
