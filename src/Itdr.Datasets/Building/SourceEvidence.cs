using System.Text.Encodings.Web;
using System.Text.Json;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Building;

/// <summary>
/// What proves that no negative was touched: for each user who was given negatives all items that the user touched, and the
/// titles of all items named there or drawn. Nothing of it goes into prompts.
/// </summary>
/// <param name="source">The name of the source.</param>
/// <param name="items">Its items.</param>
internal sealed class SourceEvidence(string source, ItemTable items)
{
    private readonly Dictionary<string, UserHistory> users = new(StringComparer.Ordinal);
    private readonly HashSet<int> drawn = [];

    /// <summary>Keeps a user and the negatives drawn for the user; nothing is kept where none were.</summary>
    public void Add(UserHistory user, IReadOnlyList<int> negatives)
    {
        if (negatives.Count > 0)
        {
            users.TryAdd(user.Id, user);
            drawn.UnionWith(negatives);
        }
    }

    /// <summary>Writes both files, if there is anything to prove.</summary>
    public void Write(OutputFolder output)
    {
        if (users.Count == 0)
        {
            return;
        }

        var sampled = users.Values.ToList();
        sampled.Sort(Subject.CompareSampled);
        WriteLines(output, "users", sampled, WriteUser);
        drawn.UnionWith(sampled.SelectMany(static user => user.Touched.Select(static interaction => interaction.Item)));
        WriteLines(output, "items", drawn.Order(), WriteItem);
    }

    private void WriteUser(Utf8JsonWriter json, UserHistory user)
    {
        json.WriteString("user", user.Id);
        json.WriteStartArray("items");
        foreach (var interaction in user.Touched)
        {
            json.WriteStringValue(items[interaction.Item].Id);
        }

        json.WriteEndArray();
    }

    private void WriteItem(Utf8JsonWriter json, int item)
    {
        json.WriteString("id", items[item].Id);
        json.WriteString("title", items[item].Title);
    }

    private void WriteLines<T>(OutputFolder output, string kind, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        using var stream = output.CreateFile($"evidence/{source}.{kind}.jsonl");
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var row in rows)
        {
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            stream.WriteByte((byte)'\n');
        }
    }
}
