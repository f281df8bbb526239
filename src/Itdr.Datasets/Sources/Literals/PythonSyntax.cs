using System.Text;

namespace Itdr.Datasets.Sources.Literals;

/// <summary>A Python dict a line, as <c>print</c> writes it; see <see cref="PythonLiteral"/>.</summary>
/// <param name="fields">The names of the fields.</param>
internal sealed class PythonSyntax(IReadOnlyList<string> fields) : ILiteralSyntax
{
    public string? Read(ReadOnlySpan<byte> line, LiteralRow row)
    {
        var text = Encoding.UTF8.GetString(line);
        if (!PythonLiteral.TryParse(text, out var value, out var problem))
        {
            return problem;
        }

        if (value.Kind != LiteralKind.Map)
        {
            return "a value that is no dict";
        }

        foreach (var (name, entry) in value.Entries)
        {
            for (var field = 0; field < fields.Count; field++)
            {
                if (fields[field] == name)
                {
                    row[field] = entry;
                }
            }
        }

        return null;
    }
}
