using CsCheck;
using Itdr.Inference.Tests.Engine;

namespace Itdr.Inference.Tests.Ranking;

/// <summary>The trie walk against masked generation of one token at a time.</summary>
public sealed class RankingTests
{
    private const string Prompt = "Rank these movies by how likely the user is to choose and like them:";

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(double.PositiveInfinity)]
    public void The_walk_gives_the_ranking_and_probability_of_masked_generation(double cost) =>
        Titles.Lists(24).Where(CanBeToldApart).Sample(
            titles =>
            {
                var expected = BruteForce.Rank(Prompt, titles);
                var (ranked, _) = Rank(titles, new TokenEngineLimits(32, 2048, 8192), cost);
                Assert.Equal(expected.Order, ranked.Order);
                Assert.Equal(expected.LogProbability, ranked.LogProbability, 1e-6);
                Assert.Equal(expected.SmallestMargin, ranked.SmallestMargin, 1e-4);
                Assert.InRange(ranked.Usage.DecodeCalls, 0, Math.Max(1, expected.Steps));
            },
            iter: 150, threads: 1);

    [Fact]
    public void Whatever_the_limits_the_ranking_is_the_same_permutation()
    {
        var limits =
            from sequences in Gen.OneOf(1, 2, 4, 8, 16)
            from maxBatch in Gen.OneOf(1, 3, 7, 20, 64, 300)
            from rows in Gen.OneOf(1, 2, 5, 64)
            from spare in Gen.OneOf(0, 5, 200)
            select (sequences, maxBatch, rows, spare);
        Gen.Select(Titles.Lists(16).Where(CanBeToldApart), limits).Sample(
            (titles, limit) =>
            {
                var expected = BruteForce.Rank(Prompt, titles);
                var cells = BruteForce.Prompt(Prompt).Count + titles.Sum(title => TestModel.Encode($" {title}\n").Count)
                    + Enumerable.Range(1, titles.Length).Sum(place => TestModel.Encode($"{place}.").Count) + limit.spare;
                var (ranked, engine) = Rank(titles, new TokenEngineLimits(limit.sequences, limit.maxBatch, cells) { MaxLogitRows = limit.rows }, cost: 0);
                Assert.Equal(expected.Order, ranked.Order);
                Assert.Equal(expected.LogProbability, ranked.LogProbability, 1e-6);
                Assert.InRange(engine.MostCells, 0, cells);
            },
            iter: 200, threads: 1);
    }

    [Fact]
    public void Every_number_of_candidates_from_none_to_fifty_is_ranked_in_one_call_a_place_at_most()
    {
        for (var count = 0; count <= 50; count++)
        {
            var titles = Titles.Sharing(count);
            var (ranked, engine) = Rank(titles, new TokenEngineLimits(Math.Max(1, count / 2), 2048, 8192), cost: 0);
            Assert.Equal(Enumerable.Range(0, count), ranked.Order.Order());
            Assert.InRange(engine.DecodeCalls, 0, Math.Max(0, count - 1));
            Assert.InRange(engine.MostSequences, 0, Math.Max(1, count / 2));
            Assert.InRange(engine.MostRows, 0, Math.Max(1, count - 1));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void With_full_speculation_n_candidates_cost_fewer_than_n_calls_whatever_they_share(string shape, string[] titles)
    {
        var (ranked, engine) = Rank(titles, new TokenEngineLimits(Math.Max(1, titles.Length / 2), 2048, 8192), cost: 0);
        Assert.Equal(BruteForce.Rank(Prompt, titles).Order, ranked.Order);
        Assert.True(engine.DecodeCalls <= titles.Length - 1, $"{shape}: {engine.DecodeCalls} calls for {titles.Length} candidates.");
        var longest = titles.Max(title => TestModel.Encode($" {title}\n").Count);
        var output = ranked.Usage.PromptTokens + ranked.Usage.OutputTokens;
        Assert.InRange(engine.MostCells, 0, output + (titles.Length / 2 * (longest - 1)));
    }

    public static TheoryData<string, string[]> Shapes => new()
    {
        { "nothing shared", [.. Enumerable.Range(0, 20).Select(index => $"{(char)('A' + index)}{index * 37 % 100}")] },
        { "one long prefix", [.. Enumerable.Range(0, 20).Select(index => $"Night Train to Lisbon and on to {(char)('A' + index)}")] },
        { "each the start of the next", [.. Enumerable.Range(1, 20).Select(length => new string('x', length))] },
        { "pairs", [.. Enumerable.Range(0, 20).Select(index => $"{(char)('A' + (index / 2))} movie {(index % 2 == 0 ? "one" : "two")}")] },
        { "all equal", [.. Enumerable.Repeat("The Quiet Harbor (1995)", 20)] },
        { "two", ["Heat", "Heat 2"] },
    };

    [Fact]
    public void With_fewer_sequences_calls_grow_step_by_step_and_never_beyond_the_plain_walk()
    {
        var titles = Titles.Sharing(50);
        var plain = Calls(titles, 25, double.PositiveInfinity);
        var calls = new[] { 25, 16, 8, 4, 2, 1 }.Select(sequences => Calls(titles, sequences, 0)).ToArray();
        Assert.Equal(49, calls[0]);
        Assert.Equal(calls.Order(), calls);
        Assert.True(calls[^1] < plain, $"One sequence took {calls[^1]} calls, no speculation {plain}.");

        static int Calls(string[] titles, int sequences, double cost) =>
            Rank(titles, new TokenEngineLimits(sequences, 4096, 16384), cost).Engine.DecodeCalls;
    }

    [Fact]
    public void A_higher_cost_decodes_fewer_tokens_in_more_calls()
    {
        var titles = Titles.Sharing(20);
        var runs = new[] { 0, 0.3, double.PositiveInfinity }
            .Select(cost => Rank(titles, new TokenEngineLimits(32, 4096, 16384), cost).Engine).ToArray();
        Assert.True(runs[0].DecodedTokens > runs[1].DecodedTokens && runs[1].DecodedTokens >= runs[2].DecodedTokens);
        Assert.True(runs[0].DecodeCalls < runs[1].DecodeCalls && runs[1].DecodeCalls <= runs[2].DecodeCalls);
    }

    [Fact]
    public void Only_the_places_asked_for_are_walked()
    {
        var titles = Titles.Sharing(20);
        var (ranked, engine) = Rank(titles, new TokenEngineLimits(32, 4096, 16384), cost: 0, places: 5);
        Assert.Equal(BruteForce.Rank(Prompt, titles, 5).Order, ranked.Order);
        Assert.Equal(5, engine.DecodeCalls);
    }

    [Fact]
    public void Equal_titles_keep_their_order()
    {
        var (ranked, _) = Rank(["Paper Boats", "Heat", "Paper Boats", "Paper Boats"], new TokenEngineLimits(4, 512, 2048), cost: 0);
        Assert.Equal([0, 2, 3], ranked.Order.Where(index => index != 1));
    }

    [Fact]
    public void One_candidate_needs_no_decode_call()
    {
        var (ranked, engine) = Rank(["Heat"], new TokenEngineLimits(4, 512, 2048), cost: 0);
        Assert.Equal([0], ranked.Order.ToArray());
        Assert.Equal(0, engine.DecodeCalls);
        Assert.Equal(0, ranked.LogProbability);
        Assert.Equal(double.PositiveInfinity, ranked.SmallestMargin);
    }

    [Fact]
    public void A_prompt_longer_than_a_batch_is_decoded_in_several()
    {
        var prompt = string.Concat(Enumerable.Repeat("1. The Quiet Harbor (1995)\n", 40));
        var titles = Titles.Sharing(10);
        var (ranked, engine) = Rank(titles, new TokenEngineLimits(8, 64, 8192), cost: 0, prompt: prompt);
        Assert.Equal(BruteForce.Rank(prompt, titles).Order, ranked.Order);
        var prefill = (int)Math.Ceiling(BruteForce.Prompt(prompt).Count / 64.0);
        Assert.InRange(engine.DecodeCalls, prefill + titles.Length - 2, prefill + (3 * titles.Length));
    }

    [Fact]
    public void A_prompt_that_fills_the_batch_leaves_the_bound_of_n_calls()
    {
        var titles = Titles.Sharing(20);
        var prompt = BruteForce.Prompt(Prompt).Count;
        var (_, engine) = Rank(titles, new TokenEngineLimits(10, prompt + 200, 8192), cost: 0, prompt: Prompt + string.Concat(Enumerable.Repeat(" qz", 60)));
        Assert.InRange(engine.DecodeCalls, 1, titles.Length);
    }

    [Fact]
    public async Task A_task_that_cannot_fit_is_refused_before_anything_is_decoded()
    {
        var engine = new NGramEngine(new TokenEngineLimits(8, 64, 60));
        await using var host = new EngineHost(engine, new EngineHostOptions { StoredPrefixes = 0 });
        var refused = await Assert.ThrowsAsync<TokenEngineException>(() => host.RankAsync("Rank:", Titles.Sharing(10)));
        Assert.Equal(TokenEngineError.TooLong, refused.Error);
        Assert.Contains("60", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, engine.DecodeCalls);
        var long_ = await Assert.ThrowsAsync<TokenEngineException>(() => host.RankAsync(new string('q', 100), ["A", "B"]));
        Assert.Equal(TokenEngineError.TooLong, long_.Error);
    }

    [Fact]
    public async Task Titles_that_cannot_be_told_apart_in_their_place_are_refused()
    {
        await using var host = new EngineHost(new NGramEngine());
        var refused = await Assert.ThrowsAsync<TokenEngineException>(() => host.RankAsync("Rank:", ["A", "A\nB", "C"]));
        Assert.Equal(TokenEngineError.Overlap, refused.Error);
        Assert.Contains("A\\nB", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_without_room_for_speculation_still_gives_the_ranking()
    {
        var titles = Titles.Sharing(12);
        var engine = new NGramEngine { BeforeDecode = tokens => tokens < 40 };
        await using var host = new EngineHost(engine, new EngineHostOptions { SpeculationCost = 0, StoredPrefixes = 0 });
        var ranked = await host.RankAsync("Rank:", titles);
        Assert.Equal(BruteForce.Rank("Rank:", titles).Order, ranked.Order);
    }

    [Fact]
    public async Task A_cache_without_any_room_is_a_typed_error()
    {
        await using var host = new EngineHost(new NGramEngine { BeforeDecode = _ => false });
        var refused = await Assert.ThrowsAsync<TokenEngineException>(() => host.RankAsync(Prompt, ["A", "B"]));
        Assert.Equal(TokenEngineError.NoRoom, refused.Error);
    }

    [Fact]
    public void An_engine_that_cannot_branch_gives_the_same_ranking_with_one_sequence()
    {
        var titles = Titles.Sharing(12);
        var (ranked, engine) = Rank(titles, new TokenEngineLimits(8, 512, 2048) { CanBranch = false }, cost: 0);
        Assert.Equal(BruteForce.Rank(Prompt, titles).Order, ranked.Order);
        Assert.Equal(1, engine.MostSequences);
    }

    [Theory]
    [InlineData(ListStyle.Numbered, null)]
    [InlineData(ListStyle.Bulleted, null)]
    [InlineData(ListStyle.Inline, null)]
    [InlineData(ListStyle.Inline, " > ")]
    [InlineData(ListStyle.Numbered, "; ")]
    public async Task Every_layout_gives_the_tokens_of_its_text(ListStyle style, string? separator)
    {
        var layout = new ListLayout(style, separator);
        string[] titles = ["The Quiet Harbor (1995)", "Paper Boats (1979)", "The Last Lantern (2011)", "Paper Birds!"];
        var engine = new NGramEngine();
        await using var host = new EngineHost(engine);
        var ranked = await host.RankAsync(Prompt, titles, layout);
        var writer = new PromptWriter([]);
        layout.Write(ref writer, [.. ranked.Order.Select(index => titles[index])]);
        var text = writer.ToString() + layout.Separator.TrimEnd(' ');
        Assert.Equal(TestModel.Encode(text).Count, ranked.Usage.OutputTokens);
    }

    [Fact]
    public async Task A_ranking_that_fills_the_context_to_its_last_token_is_made()
    {
        var titles = Titles.Sharing(4);
        var (ranked, _) = Rank(titles, new TokenEngineLimits(8, 512, 2048), cost: 0);
        var cells = ranked.Usage.PromptTokens + ranked.Usage.OutputTokens;
        Assert.Equal(ranked.Order.ToArray(), Rank(titles, new TokenEngineLimits(8, 512, cells), cost: 0).Ranked.Order);
        await using var host = new EngineHost(new NGramEngine(new TokenEngineLimits(8, 512, cells - 1)), new EngineHostOptions { StoredPrefixes = 0 });
        Assert.Equal(TokenEngineError.TooLong, (await Assert.ThrowsAsync<TokenEngineException>(() => host.RankAsync(Prompt, titles))).Error);
    }

    [Fact]
    public async Task A_ranking_on_one_line_that_fits_at_its_first_place_fits_at_all()
    {
        // From the second place on a space belongs to each candidate, so the room is looked at once more.
        var titles = Titles.Sharing(4);
        var cells = BruteForce.Prompt(Prompt).Count + titles.Sum(static title => TestModel.Encode($"{title},").Count);
        await using var host = new EngineHost(new NGramEngine(new TokenEngineLimits(8, 512, cells)), new EngineHostOptions { StoredPrefixes = 0 });
        var ranked = await host.RankAsync(Prompt, titles, new ListLayout(ListStyle.Inline, null));
        Assert.Equal(Enumerable.Range(0, 4), ranked.Order.Order());
    }

    private static (RankedCandidates Ranked, NGramEngine Engine) Rank(
        string[] titles, TokenEngineLimits limits, double cost, int? places = null, string prompt = Prompt)
    {
        var engine = new NGramEngine(limits);
        var host = new EngineHost(engine, new EngineHostOptions { SpeculationCost = cost, StoredPrefixes = 0 });
        var ranked = host.RankAsync(prompt, titles, places: places).GetAwaiter().GetResult();
        host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return (ranked, engine);
    }

    private static bool CanBeToldApart(string[] titles) =>
        titles.All(first => titles.All(second => first == second || !$"{second}\n".StartsWith($"{first}\n", StringComparison.Ordinal)));
}
