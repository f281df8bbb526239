using System.Globalization;

namespace Itdr.Datasets.Tables;

/// <summary>
/// The one order of ids, of users and of items: numbers by value before everything else, the rest by ordinal
/// comparison. Numbers are texts of one to eighteen digits; two spellings of one number are ordered by their text.
/// </summary>
internal sealed class IdOrder : IComparer<string>
{
    private const int MostDigits = 18;

    public static IdOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = Number(x);
        var right = Number(y);
        if (left != right)
        {
            return left.CompareTo(right);
        }

        return string.CompareOrdinal(x, y);
    }

    private static ulong Number(string? id)
    {
        if (id is null || id.Length is 0 or > MostDigits)
        {
            return ulong.MaxValue;
        }

        return ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : ulong.MaxValue;
    }
}
