using System.Text.Json.Nodes;
using Itdr.Instances;

namespace Itdr.Datasets.Tests.Checking;

public sealed partial class DatasetCheckerTests(BuiltDataset built) : IClassFixture<BuiltDataset>, IDisposable
{
    private static readonly string TopK = EditedDataset.PathOf("top-k", "train");
    private static readonly string Ratings = EditedDataset.PathOf("rating-prediction", "train");
    private static readonly string NextItem = EditedDataset.PathOf("next-item", "test");
    private static readonly string RatingsTest = EditedDataset.PathOf("rating-prediction", "test");

    private readonly EditedDataset dataset = new(built.ByUser);

    public void Dispose() => dataset.Dispose();

    [Fact]
    public void A_built_dataset_has_no_finding_and_every_rule_was_tried()
    {
        var report = dataset.Check();

        Assert.Equal(0, report.Findings);
        Assert.Empty(report.Notes);
        Assert.Equal(CheckRule.All, report.Results.Select(static result => result.Rule));
        Assert.All(report.Results, static result => Assert.True(result.Checked > 0, result.Rule.Id));
        Assert.True(report.Instances > 200);
    }

    [Fact]
    public void A_file_that_was_changed_is_found()
    {
        File.AppendAllText(dataset["README.md"], "x");

        AssertFinds(CheckRule.Files, "README.md: The file has ");
    }

    [Fact]
    public void A_file_that_is_missing_is_found()
    {
        File.Delete(dataset[RatingsTest]);

        var report = dataset.Check();

        Assert.Equal($"{RatingsTest}: The file is missing.", Examples(report, CheckRule.Files).Single());
        Assert.StartsWith($"{RatingsTest}: The file has 0 lines, and the manifest says ", Examples(report, CheckRule.Lines).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_instance_is_found_and_the_others_are_still_checked()
    {
        var before = dataset.Check();
        dataset.Edit(Ratings, 2, static line => line["task"]!["target"]!.AsObject().Remove("title"));

        var report = AssertFinds(CheckRule.Lines, $"{Ratings}:2: The line cannot be read: task.target.title: ");
        Assert.Equal(before.Instances, report.Instances);
        Assert.Equal(before.Results[3].Checked - 1, report.Results[3].Checked);
    }

    [Fact]
    public void A_last_line_that_is_cut_off_is_found()
    {
        var text = File.ReadAllText(dataset[Ratings]);
        dataset.Write(Ratings, [text[..^40]]);
        File.WriteAllText(dataset[Ratings], text[..^40]);

        Assert.Contains(Examples(dataset.Check(), CheckRule.Lines), static finding => finding.Contains("the last line is cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void A_count_that_is_not_the_manifest_s_is_found()
    {
        dataset.Write(Ratings, File.ReadAllLines(dataset[Ratings]).Skip(1));

        AssertFinds(CheckRule.Lines, $"{Ratings}: The file has ");
    }

    [Fact]
    public void An_id_that_is_there_twice_is_found()
    {
        var id = dataset.Line(Ratings, 1)["id"]!.GetValue<string>();
        dataset.Edit(Ratings, 3, line => line["id"] = id);

        AssertFinds(CheckRule.Ids, $"{Ratings}:3: The id {id} stands at {Ratings}:1 already.");
    }

    [Fact]
    public void An_id_of_another_cell_is_found()
    {
        dataset.Edit(Ratings, 3, static line => line["id"] = "top-k.movielens-1m.x");

        AssertFinds(CheckRule.Ids, $"{Ratings}:3: The id top-k.movielens-1m.x does not name the cell rating-prediction/movielens-1m.");
    }

    [Fact]
    public void An_answer_whose_label_does_not_read_back_is_found()
    {
        var path = EditedDataset.PathOf("user-attributes", "train");
        dataset.Edit(path, 1, static line => line["answer"]!["occupation"] = "writer\nage group: 56+");

        AssertFinds(CheckRule.Labels, $"{path}:1: The answer cannot be written as a label: ");
    }

    [Fact]
    public void A_positive_in_its_own_history_is_found()
    {
        dataset.Edit(TopK, 2, static line => line["task"]!["history"]![0] = Candidate(line, relevance: 1).DeepClone());

        AssertFinds(CheckRule.Histories, $"{TopK}:2: The target item ");
    }

    [Fact]
    public void A_single_target_in_its_own_history_is_found()
    {
        dataset.Edit(Ratings, 2, static line => line["task"]!["history"]![0]!["item"] = line["task"]!["target"]!.DeepClone());

        AssertFinds(CheckRule.Histories, $"{Ratings}:2: The target item ");
    }

    [Fact]
    public void A_negative_that_the_user_touched_is_found()
    {
        var touched = TouchedOutside(dataset.Line(TopK, 1));
        dataset.Edit(TopK, 1, line => Candidate(line, relevance: 0)["id"] = touched);

        AssertFinds(CheckRule.Negatives, $"{TopK}:1: The negative item {touched} (", CheckRule.Items);
    }

    [Fact]
    public void A_negative_with_the_title_of_something_touched_is_found_whatever_the_case()
    {
        var touched = TouchedOutside(dataset.Line(TopK, 1));
        var title = Evidence("items").Single(line => line["id"]!.GetValue<string>() == touched)["title"]!.GetValue<string>();
        dataset.Edit(TopK, 1, line => Retitle(line, Candidate(line, relevance: 0), title.ToUpperInvariant()));

        var report = AssertFinds(CheckRule.Negatives, $"{TopK}:1: The negative item ", CheckRule.Items);
        Assert.Contains("has the title of an item that user", Examples(report, CheckRule.Negatives).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_positive_that_the_user_never_touched_is_found()
    {
        // The first negative stands first among them in the answer too, so that nothing else disagrees.
        dataset.Edit(TopK, 1, static line =>
        {
            var relevance = line["relevance"]!.AsArray();
            relevance[relevance.Select(static value => value!.GetValue<double>()).ToList().IndexOf(0)] = 1;
        });

        AssertFinds(CheckRule.Positives, $"{TopK}:1: The positive item ");
    }

    [Fact]
    public void A_label_that_was_taken_away_is_found()
    {
        dataset.Edit(TopK, 1, static line => line.Remove("answer"));

        var report = AssertFinds(CheckRule.Labels, "instances: 1 of the ");
        Assert.EndsWith("instances of top-k/movielens-1m have no label, though no teacher was asked for the others'.", Examples(report, CheckRule.Labels)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Negatives_without_evidence_prove_nothing()
    {
        dataset.Delete("evidence/movielens-1m.users.jsonl");

        var report = AssertFinds(CheckRule.Negatives, "evidence/movielens-1m.users.jsonl: The evidence is missing, so nothing proves that negatives were never touched.");
        Assert.Equal(1, report.Findings);
    }

    [Fact]
    public void Evidence_that_cannot_be_read_is_found()
    {
        dataset.Edit("evidence/movielens-1m.users.jsonl", 1, static line => line["items"] = 3);

        var report = dataset.Check();

        Assert.Equal("evidence/movielens-1m.users.jsonl:1: The evidence cannot be read: items: expected a list, found 3.", Examples(report, CheckRule.Negatives)[0]);
        Assert.Equal(1, report.Findings);
    }

    [Fact]
    public void Negatives_of_a_user_that_the_evidence_does_not_know_prove_nothing()
    {
        var users = File.ReadAllLines(dataset["evidence/movielens-1m.users.jsonl"]);
        var user = dataset.Line(TopK, 1)["user"]!.GetValue<string>();
        dataset.Write("evidence/movielens-1m.users.jsonl", users.Where(line => !line.Contains($"\"user\":\"{user}\"", StringComparison.Ordinal)));

        var findings = Examples(AssertBroken([CheckRule.Negatives], examples: 3), CheckRule.Negatives);
        Assert.Contains($"{TopK}:1: There is no evidence of what user {user} touched, so its 5 negatives prove nothing.", findings);
    }

    [Fact]
    public void A_user_contrary_to_the_id_is_found()
    {
        dataset.Edit(Ratings, 2, static line => line["user"] = "999999");

        var id = dataset.Line(Ratings, 2)["id"];
        AssertFinds(CheckRule.Ids, $"{Ratings}:2: The id {id} does not name the user 999999 of the instance.");
    }

    [Fact]
    public void An_instance_of_nobody_is_found()
    {
        dataset.Edit(Ratings, 2, static line => line.Remove("user"));

        AssertFinds(CheckRule.Ids, $"{Ratings}:2: The instance names neither the user nor the item that it was made from.");
    }

    [Fact]
    public void A_candidate_without_an_id_is_found()
    {
        dataset.Edit(TopK, 1, static line => Candidate(line, relevance: 0).AsObject().Remove("id"));

        AssertFinds(CheckRule.Items, $"{TopK}:1: The task names \"");
    }

    [Fact]
    public void An_item_of_a_history_without_an_id_is_found()
    {
        dataset.Edit(Ratings, 2, static line => line["task"]!["history"]![0]!["item"]!.AsObject().Remove("id"));

        AssertFinds(CheckRule.Items, $"{Ratings}:2: The task names \"");
    }

    [Fact]
    public void An_item_with_another_title_than_the_source_s_is_found()
    {
        dataset.Edit(TopK, 1, static line => Retitle(line, Candidate(line, relevance: 0), "Renamed"));

        var id = dataset.Line(TopK, 1)["task"]!["candidates"]!.AsArray().Single(static item => item!["title"]!.GetValue<string>() == "Renamed")!["id"];
        AssertFinds(CheckRule.Items, $"{TopK}:1: The task names item {id} (\"Renamed\"), and in evidence/movielens-1m.items.jsonl its title is \"");
    }

    [Fact]
    public void A_candidate_that_the_evidence_does_not_name_is_found()
    {
        dataset.Edit(TopK, 1, static line => Candidate(line, relevance: 0)["id"] = "none such");

        AssertFinds(CheckRule.Items, $"{TopK}:1: The candidate item none such (");
    }

    [Fact]
    public void A_candidate_that_is_there_twice_by_id_is_found()
    {
        dataset.Edit(TopK, 1, static line =>
        {
            var negatives = Candidates(line, relevance: 0);
            negatives[0]["id"] = negatives[1]["id"]!.GetValue<string>();
        });

        AssertFinds(CheckRule.Candidates, $"{TopK}:1: The candidate item ", CheckRule.Items);
    }

    [Fact]
    public void A_candidate_that_is_there_twice_by_title_is_found_whatever_the_case()
    {
        dataset.Edit(TopK, 1, static line =>
        {
            var negatives = Candidates(line, relevance: 0);
            Retitle(line, negatives[0], negatives[1]["title"]!.GetValue<string>().ToUpperInvariant());
        });

        AssertFinds(CheckRule.Candidates, $"{TopK}:1: The candidate item ", CheckRule.Items);
    }

    [Fact]
    public void A_user_in_two_splits_is_found()
    {
        var (first, other) = (dataset.Line(Ratings, 1), dataset.Line(RatingsTest, 1));
        dataset.Edit(Ratings, 1, line => SetOwner(line, other));
        dataset.Edit(RatingsTest, 1, line => SetOwner(line, first));

        var findings = Examples(AssertBroken([CheckRule.Users], examples: 20), CheckRule.Users);
        Assert.Contains(findings, finding => finding.Contains($"The user {first["user"]} of movielens-1m stands in ", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains($"The user {other["user"]} of movielens-1m stands in ", StringComparison.Ordinal));
    }

    [Fact]
    public void Users_may_stand_in_several_splits_of_a_dataset_split_by_instance()
    {
        using var byInstance = new EditedDataset(built.ByInstance);

        var report = byInstance.Check();
        Assert.Equal(0, report.Findings);
        Assert.Equal("The dataset is split by instance, so users may stand in several splits.", Assert.Single(report.Notes));

        byInstance.Manifest(static manifest => manifest with { Options = manifest.Options with { SplitBy = SplitBy.User } });
        Assert.NotEmpty(Examples(byInstance.Check(), CheckRule.Users));
    }

    [Fact]
    public void A_prompt_in_two_splits_is_found_and_is_twice_in_its_cell()
    {
        var task = dataset.Line(Ratings, 1)["task"]!;
        dataset.Edit(RatingsTest, 1, line => line["task"] = task.DeepClone());

        var report = dataset.Check();

        Assert.Equal($"{RatingsTest}:1: The prompt stands in train as well, at {Ratings}:1.", Examples(report, CheckRule.SplitPrompts).Single());
        Assert.Equal($"{RatingsTest}:1: The prompt stands at {Ratings}:1 already.", Examples(report, CheckRule.Prompts).Single());
        Assert.Equal(2, report.Findings);
    }

    [Fact]
    public void A_prompt_twice_in_a_cell_is_found()
    {
        var task = dataset.Line(Ratings, 1)["task"]!;
        dataset.Edit(Ratings, 4, line => line["task"] = task.DeepClone());

        AssertFinds(CheckRule.Prompts, $"{Ratings}:4: The prompt stands at {Ratings}:1 already.");
    }

    [Fact]
    public void Findings_beyond_the_examples_are_only_counted()
    {
        var lines = File.ReadAllLines(dataset[Ratings]);
        dataset.Write(Ratings, lines.Select(static _ => "{}"));

        var result = dataset.Check(examples: 2).Results.Single(static result => result.Rule == CheckRule.Lines);

        Assert.Equal((lines.Length, 2), (result.Findings, result.Examples.Count));
    }

    [Fact]
    public void Another_wording_is_a_note_and_no_finding()
    {
        dataset.Manifest(static manifest => manifest with { Cells = [.. manifest.Cells.Select(static cell => cell.Subtask == "top-k" ? cell with { TemplateHash = "other" } : cell)] });

        var report = dataset.Check();

        Assert.Equal(0, report.Findings);
        Assert.StartsWith("top-k/movielens-1m was built with another wording of top-k", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subtask_that_is_not_known_stops_the_check()
    {
        var error = Assert.Throws<DatasetException>(() => DatasetChecker.Check(new CheckOptions { Dataset = dataset.Root, Subtasks = new SubtaskSet() }));

        Assert.Contains("which is not known; name the assembly that declares it with --subtasks FILE.dll.", error.Message, StringComparison.Ordinal);
    }

    private static List<JsonNode> Candidates(JsonObject line, int relevance)
    {
        var candidates = line["task"]!["candidates"]!.AsArray();
        return [.. line["relevance"]!.AsArray().Select((value, place) => (value, place)).Where(pair => pair.value!.GetValue<double>() == relevance).Select(pair => candidates[pair.place]!)];
    }

    private static JsonNode Candidate(JsonObject line, int relevance) => Candidates(line, relevance)[0];

    /// <summary>Gives a candidate another title, in the task and in the answer.</summary>
    private static void Retitle(JsonObject line, JsonNode candidate, string title)
    {
        var ranking = line["answer"]!["ranking"]!.AsArray();
        var place = ranking.Select(static entry => entry!.GetValue<string>()).ToList().IndexOf(candidate["title"]!.GetValue<string>());
        ranking[place] = title;
        candidate["title"] = title;
    }

    private static void SetOwner(JsonObject line, JsonObject other)
    {
        line["id"] = other["id"]!.GetValue<string>();
        line["user"] = other["user"]!.GetValue<string>();
    }

    private static List<string> Examples(CheckReport report, CheckRule rule) =>
        [.. report.Results.Single(result => result.Rule == rule).Examples.Select(static finding => finding.ToString())];

    private List<JsonObject> Evidence(string kind) =>
        [.. File.ReadAllLines(dataset[$"evidence/movielens-1m.{kind}.jsonl"]).Select(static line => JsonNode.Parse(line)!.AsObject())];

    /// <summary>An item that the user of a line touched and that the line does not name.</summary>
    private string TouchedOutside(JsonObject line)
    {
        var named = line["task"]!["candidates"]!.AsArray().Concat(line["task"]!["history"]!.AsArray()).Select(static item => item!["id"]!.GetValue<string>()).ToHashSet();
        var user = line["user"]!.GetValue<string>();
        var touched = Evidence("users").Single(entry => entry["user"]!.GetValue<string>() == user)["items"]!.AsArray().Select(static item => item!.GetValue<string>());
        return touched.First(item => !named.Contains(item));
    }

    /// <summary>Checks that one rule is broken, those that cannot but be broken with it, and no other.</summary>
    private CheckReport AssertFinds(CheckRule rule, string finding, params CheckRule[] also)
    {
        var report = AssertBroken([rule, .. also], examples: 3);
        Assert.StartsWith(finding, Examples(report, rule)[0], StringComparison.Ordinal);
        return report;
    }

    private CheckReport AssertBroken(CheckRule[] rules, int examples)
    {
        var report = dataset.Check(examples);
        var broken = report.Results.Where(static result => result.Findings > 0).Select(static result => result.Rule.Id);
        Assert.Equal(rules.Select(static rule => rule.Id).Order(), broken.Order());
        return report;
    }
}
