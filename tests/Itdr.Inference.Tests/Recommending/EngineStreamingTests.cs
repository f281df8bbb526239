using CsCheck;
using Itdr.Inference.Tests.Engine;
using Itdr.Inference.Tests.Generation;
using Itdr.Subtasks;

namespace Itdr.Inference.Tests.Recommending;

/// <summary>Answers of the engine that arrive while they are written.</summary>
public sealed class EngineStreamingTests
{
    private const string Turn = "Tell of this reader.";

    [Fact]
    public async Task A_streamed_ranking_is_the_ranking_of_a_whole_answer_whatever_the_titles()
    {
        await using var host = new EngineHost(new NGramEngine());
        var recommender = new EngineRecommender(host);
        await Titles.Lists(10).SampleAsync(
            async titles =>
            {
                var task = Rank(titles);
                var whole = await recommender.AnswerAsync(task);
                var pieces = await CollectAsync(recommender.StreamAsync(task));
                AssertSame(whole, pieces);
                if (whole.Succeeded)
                {
                    // A piece for each place, and the one that ends the answer.
                    Assert.Equal(titles.Length + 1, pieces.Count);
                }
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task Every_kind_of_answer_streams_to_its_own_whole()
    {
        await using var host = new EngineHost(new NGramEngine());
        for (var seed = 0; seed < 20; seed++)
        {
            var sampling = new SamplingOptions { Temperature = 1.5, Seed = seed, MaxTextTokens = 2000 };
            var ranking = seed % 2 == 0 ? RankingMethod.Walk : RankingMethod.Scores;
            var recommender = new EngineRecommender(host, new EngineRecommenderOptions { Generation = new GenerationOptions { Sampling = sampling, Ranking = ranking } });
            await Check(recommender, Rank("Paper Boats", "Paper Birds", "Heat"));
            await Check(recommender, new NextItemRecommendation(ItemDomain.Movies, [], [new("Paper Boats"), new("Heat")]));
            await Check(recommender, new RatingPrediction(ItemDomain.Movies, RatingScale.HalfPoints, [], new Item($"Movie {seed}")));
            await Check(recommender, new UserAttributePrediction(ItemDomain.Movies, [new($"Movie {seed}")], ["age", "gender", "country"]));
            await Check(recommender, new InterestRecognition(ItemDomain.Movies, [new(new Item("Heat"), $"Slow. {seed}")], [], []));
        }
    }

    [Fact]
    public async Task A_text_arrives_while_it_is_drawn_without_what_its_end_takes_off()
    {
        await using var host = new EngineHost(new NGramEngine());
        var most = 0;
        for (var seed = 0; seed < 24; seed++)
        {
            var options = new GenerationOptions { Sampling = new SamplingOptions { Temperature = 1, Seed = seed, MaxTextTokens = 4000 } };
            var constraint = OutputConstraint.Sequence(
                OutputConstraint.Literal("reader: "), Slots.Text(TextEnd.Before(" a", "ee")), OutputConstraint.Literal(seed % 2 == 0 ? " a" : "ee"), OutputConstraint.Literal(" 愛"));
            var whole = await host.GenerateAsync(Turn, constraint, options);
            var pieces = new List<EnginePiece<EngineOutput>>();
            await foreach (var piece in host.GenerateStreamingAsync(Turn, constraint, options))
            {
                pieces.Add(piece);
            }

            Assert.Equal(whole.Text, string.Concat(pieces.Select(static piece => piece.Text)));
            Assert.Equal(whole.Tokens.AsEnumerable(), pieces[^1].Output!.Tokens);
            Assert.All(pieces.SkipLast(1), static piece => Assert.True(piece.Text.Length > 0 && piece.Output is null));
            most = Math.Max(most, pieces.Count);
        }

        Assert.True(most > 10, $"No text came in more than {most} pieces.");
    }

    [Fact]
    public async Task An_item_arrives_before_the_decode_call_that_decides_the_next_place()
    {
        using var permits = new SemaphoreSlim(0);
        var engine = new NGramEngine(new TokenEngineLimits(1, 2048, 8192))
        {
            BeforeDecode = _ => permits.Wait(TimeSpan.FromSeconds(30)) ? true : throw new TimeoutException("Nobody heard of the last place."),
        };
        await using var host = new EngineHost(engine);
        var task = Rank("Alien", "Heat", "Ronin", "Zulu");
        permits.Release();
        var items = new List<Item>();
        await foreach (var update in new EngineRecommender(host).StreamAsync(task, task.StreamRanking()))
        {
            items.AddRange(update.Items);
            if (update.Result is { } result)
            {
                Assert.Equal(result.Value.Ranking, items);
                break;
            }

            Assert.Equal(engine.DecodeCalls, items.Count);
            Assert.Same(items[^1], Assert.Single(update.Items));
            permits.Release();
        }

        // The last place is decided with the one before.
        Assert.Equal((4, 3), (items.Count, engine.DecodeCalls));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_cancels_or_leaves_a_stream_ends_its_call_before_the_next_decode_call(bool cancels)
    {
        using var go = new ManualResetEventSlim();
        var decodes = 0;
        var engine = new NGramEngine(new TokenEngineLimits(1, 2048, 8192)) { BeforeDecode = _ => ++decodes < 4 || go.Wait(TimeSpan.FromSeconds(30)) };
        await using var host = new EngineHost(engine);
        var recommender = new EngineRecommender(host);
        var task = Rank([.. Enumerable.Range('A', 12).Select(static letter => $"{(char)letter} Heat")]);
        using var cancel = new CancellationTokenSource();
        var pieces = recommender.StreamAsync(task, cancel.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await pieces.MoveNextAsync());
        var leaving = ValueTask.CompletedTask;
        if (cancels)
        {
            await cancel.CancelAsync();
        }
        else
        {
            leaving = pieces.DisposeAsync();
        }

        go.Set();
        if (cancels)
        {
            var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                while (await pieces.MoveNextAsync())
                {
                    Assert.Null(pieces.Current.Result);
                }
            });
            Assert.Equal(cancel.Token, cancelled.CancellationToken);
            leaving = pieces.DisposeAsync();
        }

        await leaving;
        Assert.InRange(engine.DecodeCalls, 1, 4);
        Assert.Equal(WhatMatters(await WholeAsync(task)), WhatMatters(await recommender.AnswerAsync(task)));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_its_turn_ends_at_once()
    {
        using var go = new ManualResetEventSlim();
        var engine = new NGramEngine { BeforeDecode = _ => go.Wait(TimeSpan.FromSeconds(30)) };
        await using var host = new EngineHost(engine);
        var recommender = new EngineRecommender(host);
        var running = recommender.AnswerAsync(Rank("Heat", "Ronin"));
        using var cancel = new CancellationTokenSource();
        var waiting = CollectAsync(recommender.StreamAsync(Rank("Alien", "Zulu"), cancel.Token));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30)));
        go.Set();
        Assert.True((await running).Succeeded);
    }

    [Fact]
    public async Task What_cannot_be_answered_and_an_engine_that_breaks_is_the_one_piece_of_a_stream()
    {
        var breaks = false;
        var engine = new NGramEngine { BeforeDecode = _ => breaks ? throw new InvalidOperationException("the device is gone") : true };
        await using var host = new EngineHost(engine);
        var recommender = new EngineRecommender(host);
        await Check(recommender, Rank("Heat", "Heat"), pieces: 1);
        await Check(recommender, Rank([.. Titles.Sharing(900)]), pieces: 1);
        var cut = new EngineRecommender(host, new EngineRecommenderOptions { Generation = new GenerationOptions { Sampling = new SamplingOptions { MaxTextTokens = 3 } } });
        var unfinished = await CollectAsync(cut.StreamAsync(new InterestRecognition(ItemDomain.Movies, [], [], [new(new Item("Heat"), "Slow.")])));
        Assert.Equal(AnswerError.Unfinished, unfinished[^1].Result!.Error);
        breaks = true;
        var broken = Assert.Single(await CollectAsync(recommender.StreamAsync(Rank("Heat", "Ronin")))).Result!;
        Assert.Equal(AnswerError.EngineFailed, broken.Error);
        Assert.Contains("the device is gone", broken.FailureMessage, StringComparison.Ordinal);
    }

    private static async Task Check<TSubtask, TAnswer>(EngineRecommender recommender, ISubtask<TSubtask, TAnswer> task, int? pieces = null)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var streamed = await CollectAsync(recommender.StreamAsync(task));
        AssertSame(await recommender.AnswerAsync(task), streamed);
        Assert.Equal(pieces ?? streamed.Count, streamed.Count);
    }

    private static void AssertSame<TAnswer>(AnswerResult<TAnswer> whole, List<AnswerPiece<TAnswer>> pieces)
    {
        var result = pieces[^1].Result!;
        Assert.All(pieces.SkipLast(1), static piece => Assert.Null(piece.Result));
        Assert.Equal(whole.Text, string.Concat(pieces.Select(static piece => piece.Text)));
        Assert.Equal(WhatMatters(whole), WhatMatters(result));
    }

    /// <summary>What two answers of one task have in common, however long they took and whatever the cache held.</summary>
    private static (object?, string, string?, AnswerError?, double?, double?, int?, int?) WhatMatters<TAnswer>(AnswerResult<TAnswer> result) => (
        result.Succeeded ? result.Value : null, result.Text, result.FailureMessage, result.Error,
        result.LogProbability, result.SmallestMargin, result.Usage?.InputTokens, result.Usage?.OutputTokens);

    private static async Task<AnswerResult<TopKRecommendation.Answer>> WholeAsync(TopKRecommendation task)
    {
        await using var host = new EngineHost(new NGramEngine());
        return await new EngineRecommender(host).AnswerAsync(task);
    }

    private static async Task<List<AnswerPiece<TAnswer>>> CollectAsync<TAnswer>(IAsyncEnumerable<AnswerPiece<TAnswer>> stream)
    {
        var pieces = new List<AnswerPiece<TAnswer>>();
        await foreach (var piece in stream)
        {
            pieces.Add(piece);
        }

        return pieces;
    }

    private static TopKRecommendation Rank(params string[] titles) => new(ItemDomain.Movies, [new("Paper Boats (1979)")], [.. titles.Select(static title => new Item(title))]);
}
