using System.Text;

namespace Itdr.Datasets.Sources.Literals;

/// <summary>A Python dict a line, as <c>print</c> writes it; see <see cref="PythonLiteral"/>.</summary>
/// <param name="fields">The names of the fields.</param>
internal sealed class PythonSyntax(IReadOnlyList<string> fields) : ILiteralSyntax
{
    private readonly string[] names = [.. fields];
    private char[] buffer = new char[1 << 12];

    public string? Read(ReadOnlySpan<byte> line, LiteralRow row, int kept)
    {
        if (buffer.Length < line.Length)
        {
            buffer = new char[line.Length * 2];
        }

        var text = buffer.AsSpan(0, Encoding.UTF8.GetChars(line, buffer));
        if (!PythonLiteral.TryParse(text, names.AsSpan(0, kept), out var value, out var problem))
        {
            return problem;
        }

        if (value.Kind != LiteralKind.Map)
        {
            return "a value that is no dict";
        }

        foreach (var (name, entry) in value.Entries)
        {
            for (var field = 0; field < kept; field++)
            {
                if (names[field] == name)
                {
                    row[field] = entry;
                }
            }
        }

        return null;
    }
}
