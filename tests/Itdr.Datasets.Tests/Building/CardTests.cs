using System.Text.Json;
using Itdr.Datasets.Tests.Sources;
using Itdr.Instances;
using YamlDotNet.Serialization;

namespace Itdr.Datasets.Tests.Building;

/// <summary>The dataset card and the Croissant description.</summary>
public sealed class CardTests : IDisposable
{
    private readonly Itdr.Testing.TemporaryFolder raw = BuiltFolder.Invent(RawFiles.Ml1M);
    private readonly BuiltFolder built;

    public CardTests() => built = BuiltFolder.Of(RawFiles.Ml1M, raw["raw"], static options => options with { Extra = true });

    public void Dispose()
    {
        built.Dispose();
        raw.Dispose();
    }

    [Fact]
    public void The_front_matter_is_YAML_with_a_configuration_for_each_cell_and_its_files()
    {
        var card = built.Files()["README.md"];
        var front = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(card.Split("---\n")[1]);
        Assert.Equal(("other", "n<1K"), ((string)front["license"], (string)((List<object>)front["size_categories"])[0]));
        var configurations = ((List<object>)front["configs"]).Cast<Dictionary<object, object>>().ToList();
        Assert.Equal(["next-item.movielens-1m", "rating-prediction.movielens-1m", "top-k.movielens-1m", "user-attributes.movielens-1m"], configurations.Select(static configuration => configuration["config_name"]));
        var paths = configurations.SelectMany(static configuration => (List<object>)configuration["data_files"]).Cast<Dictionary<object, object>>().ToList();
        Assert.Equal(InstanceFiles(), paths.Select(static file => (string)file["path"]).Order(StringComparer.Ordinal));
        Assert.All(paths, static file => Assert.Contains((string)file["split"], (string[])["train", "validation", "test"]));
    }

    [Fact]
    public void The_card_tells_thresholds_licences_and_which_cells_have_fewer_than_the_paper()
    {
        var card = built.Files()["README.md"];
        Assert.Contains("Fewer than in the paper, and not padded: user-attributes/movielens-1m (150 of 6040).", card, StringComparison.Ordinal);
        Assert.Contains("no redistribution without permission", card, StringComparison.Ordinal);
        Assert.Contains("min-rating 4", card, StringComparison.Ordinal);
        Assert.DoesNotContain("without labels", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Croissant_lists_every_instance_file_with_the_hash_of_the_manifest()
    {
        var croissant = Croissant();
        Assert.Equal(("sc:Dataset", "http://mlcommons.org/croissant/1.0"), (croissant.Text("@type"), croissant.Text("conformsTo")));
        Assert.All((string[])["@context", "name", "description", "url", "license", "creator"], name => Assert.True(croissant.TryGetProperty(name, out _), name));
        var files = croissant.GetProperty("distribution").EnumerateArray().Where(static part => part.Text("@type") == "cr:FileObject").ToList();
        var listed = DatasetManifest.Load(built.Path).Files.Where(static file => file.Path.StartsWith("instances/", StringComparison.Ordinal)).Select(static file => (file.Path, file.Sha256, $"{file.Size} B"));
        Assert.Equal(listed, files.Select(static file => (file.Text("contentUrl"), file.Text("sha256"), file.Text("contentSize"))));
    }

    [Fact]
    public void Croissant_has_a_record_set_for_each_subtask_whose_fields_lead_to_values()
    {
        var croissant = Croissant();
        var ids = croissant.GetProperty("distribution").EnumerateArray().Select(static part => part.Text("@id")).ToHashSet();
        var sets = croissant.GetProperty("recordSet").EnumerateArray().ToList();
        Assert.Equal(["next-item", "rating-prediction", "top-k", "user-attributes"], sets.Select(static set => set.Text("@id")));
        foreach (var set in sets)
        {
            var instance = JsonSerializer.Deserialize<JsonElement>(File.ReadLines(Path.Combine(built.Path, InstanceFiles().First(path => path.Contains($"/{set.Text("@id")}.", StringComparison.Ordinal)))).First());
            var fields = set.GetProperty("field").EnumerateArray().ToList();
            Assert.Contains(set.Text("key", "@id"), fields.Select(static field => field.Text("@id")));
            Assert.All(fields, field => Assert.Contains(field.Text("source", "fileSet", "@id"), ids));
            foreach (var field in fields.Where(static field => field.Text("name") != "split"))
            {
                Assert.NotEmpty(Values(instance, field.Text("source", "extract", "jsonPath")));
            }
        }

        Assert.Contains("task/candidates", sets[2].GetProperty("field").EnumerateArray().Select(static field => field.Text("name")));
    }

    private JsonElement Croissant() => JsonSerializer.Deserialize<JsonElement>(built.Files()["croissant.json"]);

    private List<string> InstanceFiles() => [.. built.Files().Keys.Where(static path => path.StartsWith("instances/", StringComparison.Ordinal))];

    /// <summary>What a JSON path of names and of <c>[*]</c> leads to.</summary>
    private static List<JsonElement> Values(JsonElement root, string path)
    {
        List<JsonElement> at = [root];
        foreach (var step in path.TrimStart('$').Replace("[*]", ".*", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            at = [.. at.SelectMany(value => step == "*" ? value.EnumerateArray().ToList() : [value.GetProperty(step)])];
        }

        return at;
    }
}
