using System.Text.Json;
using System.Text.RegularExpressions;

namespace Itdr.Evaluation;

/// <summary>
/// Texts of a JSON file that may hold half of a surrogate pair as an escape, as a model's output cut in the middle of
/// an emoji does: the half becomes U+FFFD, where the JSON library would give no text at all.
/// </summary>
internal static partial class LooseJsonText
{
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            var mended = Escapes.Replace(text.GetRawText(), static match => match.Groups["half"].Success ? @"\uFFFD" : match.Value);
            return JsonElement.Parse(mended).GetString()!;
        }
    }

    [GeneratedRegex(@"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes { get; }
}
