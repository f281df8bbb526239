using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Itdr.Inference;

/// <summary>The texts of a number within its bounds.</summary>
internal sealed class NumberForm(NumberConstraint number) : IMaskedForm
{
    private readonly NumberPrefix prefix = new(Bound(number.Minimum), Bound(number.Maximum), number.IsWhole);
    private readonly Regex form = new($@"\A(?:{number.ToRegex()})\z", RegexOptions.CultureInvariant);

    public bool CanBecome(ReadOnlySpan<byte> text) => prefix.CanBecome(Encoding.UTF8.GetString(text));

    public bool Is(ReadOnlySpan<byte> text)
    {
        var number = Encoding.UTF8.GetString(text);
        return form.IsMatch(number) && prefix.Is(number);
    }

    private static double? Bound(string? text) => text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>The texts of a date in its format.</summary>
internal sealed class DateForm(DateConstraint date) : IMaskedForm
{
    public bool CanBecome(ReadOnlySpan<byte> text) => date.CanBecome(text);

    public bool Is(ReadOnlySpan<byte> text) => date.Is(text);
}
