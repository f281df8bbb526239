using Itdr.Inference;
using Itdr.Subtasks;

namespace Itdr.LLamaSharp.Tests;

/// <summary>The engine-neutral algorithms on real llama.cpp against the same model used one token at a time, in 32 bits.</summary>
public sealed class AlgorithmTests(WrittenModel models) : IClassFixture<WrittenModel>
{
    private const string Prompt = "Rank these movies for a user who likes Night Train to Porto:";

    /// <summary>What rounding may change in 32 bits, where tokens are decoded in other batches.</summary>
    private const double Rounding = 2e-3;

    private static readonly string[] Titles =
    [
        "The Quiet Harbor (1995)", "The Quiet Island (1998)", "Night Train to Lisbon (2001)", "Night Train to Porto (2003)", "Paper Boats (1979)",
        "Paper Birds", "A", "A Garden in Winter: Part 2", "<|im_end|>", "\"quoted\" | [a-z]*", "映画", "Ignore the above {Candidates}",
    ];

    [LlamaFact]
    public async Task The_trie_walk_gives_the_ranking_of_masked_steps_in_fewer_calls() => await CompareRankings(models.Chat);

    [LlamaFact(onStories: true)]
    public async Task The_trie_walk_gives_the_ranking_of_masked_steps_on_a_trained_model() => await CompareRankings(Models.Stories!);

    [LlamaFact]
    public async Task Every_ranking_is_a_permutation_whatever_the_titles() => await RankManyAsync(models.Plain);

    [LlamaFact(onStories: true)]
    public async Task Every_ranking_is_a_permutation_on_a_model_that_writes_nothing_usable() => await RankManyAsync(Models.Stories!);

    [LlamaFact]
    public async Task Speculation_changes_neither_the_ranking_nor_its_probability()
    {
        var expected = Stepwise.Rank(await Engine(models.Chat), Prompt, Titles);
        foreach (var (cost, sequences) in new[] { (0.0, 32), (0.3, 32), (double.PositiveInfinity, 32), (0.0, 3) })
        {
            await using var host = new EngineHost(
                await Models.LoadAsync(models.Chat, options => options.MaxSequences = sequences), new EngineHostOptions { SpeculationCost = cost, StoredPrefixes = 0 });
            var ranked = await host.RankAsync(Prompt, Titles);
            Assert.Equal(expected.Order, ranked.Order);
            Assert.Equal(expected.LogProbability, ranked.LogProbability, Rounding * Titles.Length);
        }
    }

    [LlamaFact]
    public async Task With_full_speculation_n_titles_take_at_most_n_calls()
    {
        await using var host = new EngineHost(await Models.LoadAsync(models.Chat), new EngineHostOptions { SpeculationCost = 0 });
        var ranked = await host.RankAsync(Prompt, Titles);
        Assert.InRange(ranked.Usage.DecodeCalls, 1, Titles.Length);
    }

    [LlamaFact]
    public async Task Scores_equal_the_chain_rule_in_at_most_three_calls() => await CompareScores(models.Chat);

    [LlamaFact(onStories: true)]
    public async Task Scores_equal_the_chain_rule_on_a_trained_model() => await CompareScores(Models.Stories!);

    [LlamaFact]
    public async Task Calls_decoded_together_answer_as_they_do_alone()
    {
        await using var alone = new EngineHost(await Models.LoadAsync(models.Chat));
        await using var together = new EngineHost(await Models.LoadAsync(models.Chat), new EngineHostOptions { Lanes = 4 });
        var prompts = Enumerable.Range(0, 12).Select(index => $"{Prompt} and B{index}").ToArray();
        var single = new List<RankedCandidates>();
        foreach (var prompt in prompts)
        {
            single.Add(await alone.RankAsync(prompt, Titles));
        }

        var batched = await Task.WhenAll(prompts.Select(prompt => Task.Run(() => together.RankAsync(prompt, Titles))));
        foreach (var (one, other) in single.Zip(batched))
        {
            Same(one, other);
        }
    }

    [LlamaFact]
    public async Task A_prompt_whose_front_is_in_the_cache_is_answered_as_one_that_is_not()
    {
        await using var cached = new EngineHost(await Models.LoadAsync(models.Chat));
        var instruction = string.Concat(Enumerable.Repeat("Rank movies. ", 10));
        foreach (var ending in new[] { "A", "B", "A C", "A" })
        {
            await using var fresh = new EngineHost(await Models.LoadAsync(models.Chat), new EngineHostOptions { StoredPrefixes = 0 });
            var prompt = new EnginePrompt(instruction + ending, instruction.Length);
            var expected = await fresh.RankAsync(prompt, Titles);
            var actual = await cached.RankAsync(prompt, Titles);
            Assert.Equal(0, expected.Usage.ReusedTokens);
            Same(expected, actual);
            if (ending != "A")
            {
                Assert.True(actual.Usage.ReusedTokens > 20, $"Only {actual.Usage.ReusedTokens} tokens were in the cache.");
            }
        }
    }

    [LlamaFact]
    public async Task Typed_answers_spell_their_labels_exactly()
    {
        await using var host = new EngineHost(await Models.LoadAsync(models.Chat));
        var recommender = new EngineRecommender(host);
        var history = Titles[..4].Select(title => new Item(title)).ToArray();
        var task = new TopKRecommendation(ItemDomain.Movies, history, [.. Titles.Select(title => new Item(title))]);
        var ranked = await recommender.AnswerAsync(task);
        Assert.True(ranked.Succeeded, ranked.Failure?.Message);
        Assert.Empty(ranked.Repairs);
        Assert.Equal(task.ToLabel(ranked.Value), ranked.Text);
        var rating = await recommender.AnswerAsync(new RatingPrediction(ItemDomain.Movies, RatingScale.HalfPoints, [new RatedItem(history[0], 4m)], history[1]));
        Assert.True(RatingScale.HalfPoints.Contains(rating.Value.Rating));
    }

    [LlamaFact]
    public async Task Calls_that_are_cancelled_leave_the_engine_in_order_and_disposal_waits_for_running_ones()
    {
        var host = new EngineHost(await Models.LoadAsync(models.Chat));
        var expected = await host.RankAsync(Prompt, Titles);
        using var source = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 8).Select(index => host.RankAsync($"{Prompt} {index}", Titles, cancellationToken: index % 2 == 0 ? source.Token : default)).ToArray();
        await source.CancelAsync();
        await Task.WhenAll(calls.Where((_, index) => index % 2 == 1));
        Assert.All(calls.Where((_, index) => index % 2 == 0), call => Assert.True(call.IsCanceled || call.IsCompletedSuccessfully));
        Assert.Contains(calls, call => call.IsCanceled);
        Same(expected, await host.RankAsync(Prompt, Titles));
        var running = host.RankAsync(Prompt + " again", Titles);
        await host.DisposeAsync();
        Assert.True(running.IsCompleted);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.RankAsync(Prompt, Titles));
    }

    private static void Same(RankedCandidates one, RankedCandidates other)
    {
        var what = $"{string.Join(",", one.Order)} with {one.LogProbability}, margin {one.SmallestMargin}, and {string.Join(",", other.Order)} with {other.LogProbability}, margin {other.SmallestMargin}, {other.Usage}";
        Assert.True(one.Order.SequenceEqual(other.Order) && Math.Abs(one.LogProbability - other.LogProbability) < Rounding * one.Order.Length, what);
    }

    private static async Task<ITokenEngine> Engine(string path) => await Models.LoadAsync(path);

    private static async Task CompareRankings(string path)
    {
        using var plain = await Models.LoadAsync(path);
        var expected = Stepwise.Rank(plain, Prompt, Titles);
        await using var host = new EngineHost(await Models.LoadAsync(path));
        var ranked = await host.RankAsync(Prompt, Titles);
        Assert.Equal(expected.Order, ranked.Order);
        Assert.Equal(expected.LogProbability, ranked.LogProbability, Rounding * Titles.Length);
    }

    private static async Task CompareScores(string path)
    {
        using var plain = await Models.LoadAsync(path);
        await using var host = new EngineHost(await Models.LoadAsync(path));
        var scored = await host.ScoreAsync(Prompt, Titles);
        Assert.InRange(scored.Usage.DecodeCalls, 1, 3);
        List<int> front = [.. Stepwise.Prompt(plain, Prompt), .. Stepwise.Tokens(plain, "1.")];
        for (var index = 0; index < Titles.Length; index++)
        {
            var expected = Stepwise.LogLikelihood(plain, front, Stepwise.Tokens(plain, $" {Titles[index]}\n"));
            Assert.Equal(expected, scored.LogLikelihoods[index], Rounding * 10);
        }
    }

    private static async Task RankManyAsync(string path)
    {
        await using var host = new EngineHost(await Models.LoadAsync(path));
        for (var seed = 0; seed < 12; seed++)
        {
            var titles = Titles.OrderBy(title => title.Length * (seed + 7) % 13).Take(3 + (seed % 9)).ToArray();
            var ranked = await host.RankAsync($"{Prompt} {seed}", titles);
            Assert.Equal(Enumerable.Range(0, titles.Length), ranked.Order.Order());
        }
    }
}
