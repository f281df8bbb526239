using System.Text.Json;
using Itdr.Datasets.Tests.Sources;

namespace Itdr.Datasets.Tests.Building;

public class NegativeTests
{
    /// <summary>Checked against the raw file itself and not against what the build says of it.</summary>
    [Theory]
    [InlineData(NegativeSampling.Uniform)]
    [InlineData(NegativeSampling.Popularity)]
    [InlineData(NegativeSampling.SameCategory)]
    public void No_negative_was_ever_rated_by_the_user_and_no_title_is_there_twice(NegativeSampling sampling)
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml32M);
        var rated = File.ReadLines(raw["raw/ratings.csv"]).Skip(1).Select(static line => line.Split(','))
            .ToLookup(static fields => fields[0], static fields => fields[1]);
        using var built = BuiltFolder.Of(RawFiles.Ml32M, raw["raw"], options => options with { Negatives = sampling });
        var instances = built.Instances("top-k/movielens-32m").Concat(built.Instances("next-item/movielens-32m")).ToList();
        Assert.True(instances.Count > 100);
        Assert.All(instances, instance =>
        {
            var (ids, titles, relevance) = (instance.Json.Ids("task", "candidates"), instance.Json.Titles("task", "candidates"), instance.Json.Strings("relevance"));
            Assert.Equal(titles.Count, titles.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            for (var place = 0; place < ids.Count; place++)
            {
                Assert.Equal(relevance[place] == "1", rated[instance.Json.Text("user")].Contains(ids[place]));
            }
        });
    }

    [Fact]
    public void The_evidence_names_all_that_a_user_touched_and_the_title_of_every_item_in_it()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml32M);
        using var built = BuiltFolder.Of(RawFiles.Ml32M, raw["raw"]);
        var files = built.Files();
        var users = Lines(files["evidence/movielens-32m.users.jsonl"]).ToDictionary(static line => line.Text("user"), static line => line.Strings("items"));
        var titles = Lines(files["evidence/movielens-32m.items.jsonl"]).ToDictionary(static line => line.Text("id"), static line => line.Text("title"));
        Assert.All(users.Values.SelectMany(static items => items), item => Assert.Contains(item, titles));
        Assert.All(built.Instances("top-k/movielens-32m"), instance =>
        {
            Assert.Superset(instance.Json.Ids("task", "history").ToHashSet(), users[instance.Json.Text("user")].ToHashSet());
            Assert.All(instance.Json.Ids("task", "candidates").Zip(instance.Json.Titles("task", "candidates")), pair => Assert.Equal(titles[pair.First], pair.Second));
        });
    }

    [Fact]
    public void A_cell_without_negatives_leaves_no_evidence()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml1M);
        using var built = BuiltFolder.Of(RawFiles.Ml1M, raw["raw"]);
        Assert.DoesNotContain(built.Files().Keys, static path => path.StartsWith("evidence", StringComparison.Ordinal));
    }

    private static IEnumerable<JsonElement> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize<JsonElement>(line));
}
