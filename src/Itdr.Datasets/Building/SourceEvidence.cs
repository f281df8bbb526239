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
/// <param name="sampled">The users that were sampled.</param>
internal sealed class SourceEvidence(string source, ItemTable items, IReadOnlyList<UserHistory> sampled)
{
    private readonly HashSet<string> users = new(StringComparer.Ordinal);
    private readonly HashSet<int> named = [];

    /// <summary>The path of the file with the users inside the dataset folder.</summary>
    public static string UsersPath(string source) => $"evidence/{source}.users.jsonl";

    /// <summary>The path of the file with the items inside the dataset folder.</summary>
    public static string ItemsPath(string source) => $"evidence/{source}.items.jsonl";

    /// <summary>Keeps the user of an instance and the negatives drawn for the user; nothing is kept where none were.</summary>
    public void Add(Outcome outcome)
    {
        if (outcome.Negatives.Count > 0)
        {
            users.Add(outcome.Subject);
            named.UnionWith(outcome.Negatives.Select(items.IndexOf));
        }
    }

    /// <summary>Writes both files, if there is anything to prove.</summary>
    /// <returns>The paths of the files.</returns>
    public IReadOnlyList<string> Write(OutputFolder output)
    {
        if (users.Count == 0)
        {
            return [];
        }

        var kept = sampled.Where(user => users.Contains(user.Id)).ToList();
        kept.Sort(Subject.CompareSampled);
        WriteLines(output, UsersPath(source), kept, WriteUser);
        named.UnionWith(kept.SelectMany(static user => user.Touched.Select(static interaction => interaction.Item)));
        WriteLines(output, ItemsPath(source), named.Order(), WriteItem);
        return [UsersPath(source), ItemsPath(source)];
    }

    private void WriteUser(Utf8JsonWriter json, UserHistory user)
    {
        json.WriteString("user", user.Id);
        json.WriteStartArray("items");
        foreach (var interaction in user.Touched)
        {
            json.WriteStringValue(items.IdOf(interaction.Item));
        }

        json.WriteEndArray();
    }

    private void WriteItem(Utf8JsonWriter json, int item)
    {
        json.WriteString("id", items.IdOf(item));
        json.WriteString("title", items[item].Title);
    }

    private static void WriteLines<T>(OutputFolder output, string path, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        using var stream = output.CreateFile(path);
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
