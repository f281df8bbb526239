using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Checking;

/// <summary>
/// What each user of a source touched, from <c>evidence/SOURCE.users.jsonl</c> and <c>evidence/SOURCE.items.jsonl</c>.
/// Titles are compared without regard to case, as they are when negatives are drawn.
/// </summary>
internal sealed class TouchedItems
{
    private readonly Dictionary<string, string[]> itemsByUser = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> titleByItem = new(StringComparer.Ordinal);
    private readonly List<string> missing = [];
    private bool isWhole = true;

    /// <summary>The file with the titles, as its path inside the dataset folder.</summary>
    public required string ItemsPath { get; init; }

    /// <summary>Whether the titles of any items are known.</summary>
    public bool HasItems => titleByItem.Count > 0;

    /// <summary>Reads the evidence of a source; a source that has none gives evidence of no user.</summary>
    public static TouchedItems Load(string dataset, string source, CheckLedger ledger)
    {
        var touched = new TouchedItems { ItemsPath = $"evidence/{source}.items.jsonl" };
        touched.Read(dataset, touched.ItemsPath, ledger, line =>
            touched.titleByItem[line.Text("id")] = line.Text("title"));
        touched.Read(dataset, $"evidence/{source}.users.jsonl", ledger, line =>
            touched.itemsByUser[line.Text("user")] = line.Texts("items"));
        return touched;
    }

    /// <summary>Whether both files are there and could be read. A file that is missing is found once, since a source without negatives needs none.</summary>
    public bool IsWhole(CheckLedger ledger)
    {
        foreach (var path in missing)
        {
            ledger.Find(CheckRule.Negatives, path, line: null, "The evidence is missing, so nothing proves that negatives were never touched.");
        }

        missing.Clear();
        return isWhole;
    }

    /// <summary>The title of an item, or null if the evidence does not name it.</summary>
    public string? TitleOf(string item) => titleByItem.GetValueOrDefault(item);

    /// <summary>What a user touched, or null if nothing is known of the user.</summary>
    public TouchedByUser? Of(string user)
    {
        if (!itemsByUser.TryGetValue(user, out var items))
        {
            return null;
        }

        var titles = items.Select(item => titleByItem.GetValueOrDefault(item)).OfType<string>();
        return new TouchedByUser(items.ToHashSet(StringComparer.Ordinal), titles.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    private void Read(string dataset, string path, CheckLedger ledger, Action<EvidenceLine> read)
    {
        var file = Path.Combine(dataset, path);
        if (!File.Exists(file))
        {
            missing.Add(path);
            isWhole = false;
            return;
        }

        using var lines = new JsonLinesReader(File.OpenRead(file), path);
        try
        {
            while (lines.Read())
            {
                read(new EvidenceLine(lines));
            }
        }
        catch (DatasetFormatException error)
        {
            // What follows is not read, so that users are unknown is no finding of its own.
            isWhole = false;
            ledger.Find(CheckRule.Negatives, path, error.Line, $"The evidence cannot be read: {error.Problem}.");
        }
    }

    /// <summary>The fields of a line of evidence.</summary>
    private readonly struct EvidenceLine(JsonLinesReader line)
    {
        public string Text(string name) => Field(name, static value => value.Text());

        public string[] Texts(string name) => Field(name, static value => value.Texts());

        private T Field<T>(string name, Func<JsonInput, T> read)
        {
            try
            {
                return line.Root.TryGetProperty(name, out var value) ? read(new JsonInput(value)) : throw line.Error($"there is no field {name}");
            }
            catch (JsonException error)
            {
                throw line.Error($"{name}: {error.Message}", error);
            }
        }
    }
}

/// <summary>What one user touched.</summary>
/// <param name="Items">The items' keys.</param>
/// <param name="Titles">The items' titles, without regard to case.</param>
internal sealed record TouchedByUser(HashSet<string> Items, HashSet<string> Titles);
