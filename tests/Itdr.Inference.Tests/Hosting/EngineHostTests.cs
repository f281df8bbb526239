using Itdr.Inference.Tests.Engine;

namespace Itdr.Inference.Tests.Hosting;

/// <summary>Many callers on one engine.</summary>
public sealed class EngineHostTests
{
    private const string Instruction = "Rank these movies by how likely the user is to choose and like them:\n";

    [Fact]
    public async Task Calls_side_by_side_give_what_they_give_alone_in_fewer_decode_calls()
    {
        var prompts = Enumerable.Range(0, 24).Select(index => $"{Instruction}{index}. Paper Boats").ToArray();
        var alone = new NGramEngine();
        var together = new NGramEngine();
        var expected = await RankAll(alone, new EngineHostOptions { Lanes = 1 });
        var actual = await RankAll(together, new EngineHostOptions { Lanes = 6 });
        for (var index = 0; index < prompts.Length; index++)
        {
            Assert.Equal(BruteForce.Rank(prompts[index], Titles.Sharing(2 + (index % 9))).Order, expected[index].Order);
            Assert.Equal(expected[index].Order.AsEnumerable(), actual[index].Order);
            Assert.Equal(expected[index].LogProbability, actual[index].LogProbability, 1e-9);
        }

        Assert.True(together.DecodeCalls * 3 < alone.DecodeCalls, $"{together.DecodeCalls} calls together, {alone.DecodeCalls} alone.");

        async Task<RankedCandidates[]> RankAll(NGramEngine engine, EngineHostOptions options)
        {
            // Nothing is decoded before all calls wait, however slowly a busy machine makes them.
            using var allWait = new ManualResetEventSlim();
            engine.BeforeDecode = _ =>
            {
                allWait.Wait();
                return true;
            };
            await using var host = new EngineHost(engine, options);
            var calls = prompts.Select((prompt, index) => host.RankAsync(prompt, Titles.Sharing(2 + (index % 9)))).ToArray();
            allWait.Set();
            return await Task.WhenAll(calls);
        }
    }

    [Fact]
    public async Task A_prompt_that_begins_like_the_last_one_is_decoded_from_where_they_part()
    {
        var engine = new NGramEngine();
        await using var host = new EngineHost(engine, new EngineHostOptions { StoredPrefixes = 0 });
        var first = await host.RankAsync($"{Instruction}Paper Boats", Titles.Sharing(4));
        var second = await host.RankAsync($"{Instruction}Night Train", Titles.Sharing(4));
        Assert.Equal(0, first.Usage.ReusedTokens);
        Assert.InRange(second.Usage.ReusedTokens, TestModel.Encode(Instruction).Count, second.Usage.PromptTokens - 1);
        Assert.Equal(BruteForce.Rank($"{Instruction}Night Train", Titles.Sharing(4)).Order, second.Order);
        Assert.Equal(second.Usage.DecodedTokens + first.Usage.DecodedTokens, engine.DecodedTokens);
    }

    [Fact]
    public async Task Instructions_of_several_subtasks_in_turn_stay_decoded()
    {
        string[] instructions = [Instruction, "Choose the item that a user will turn to next.\n", "Predict the rating.\n"];
        var engine = new NGramEngine();
        await using var host = new EngineHost(engine, new EngineHostOptions { StoredPrefixes = 3 });
        for (var call = 0; call < 12; call++)
        {
            var instruction = instructions[call % 3];
            var prompt = $"{instruction}{call} Paper Boats";
            var ranked = await host.RankAsync(new EnginePrompt(prompt, instruction.Length), Titles.Sharing(5));
            Assert.Equal(BruteForce.Rank(prompt, Titles.Sharing(5)).Order, ranked.Order);
            var shared = 1 + TestModel.Encode(instruction).Count;
            Assert.InRange(ranked.Usage.ReusedTokens, call < 3 ? 0 : shared, ranked.Usage.PromptTokens - 1);
        }
    }

    [Fact]
    public async Task Every_token_of_a_long_shared_instruction_is_used_again_though_other_calls_came_between()
    {
        var example = string.Concat(Enumerable.Range(1, 60).Select(static place => $"{place}. Night Train to Lisbon ({1980 + place})\n"));
        string[] instructions = [$"Rank as here:\n{example}", $"Choose as here:\n{example}"];
        var engine = new NGramEngine();
        await using var host = new EngineHost(engine, new EngineHostOptions { StoredPrefixes = 2 });
        foreach (var instruction in instructions)
        {
            // The start token may be there already, nothing else.
            Assert.InRange((await RankAsync(instruction, "Paper Boats")).ReusedTokens, 0, 1);
        }

        for (var call = 0; call < 6; call++)
        {
            // The start token and all of the instruction, no matter which of the two was asked last.
            var instruction = instructions[call / 2 % 2];
            var usage = await RankAsync(instruction, $"{call} Paper");
            var shared = 1 + TestModel.Encode(instruction).Count;
            Assert.InRange(shared, 500, 2000);
            Assert.Equal(shared, usage.ReusedTokens);
            Assert.InRange(usage.DecodedTokens, usage.PromptTokens - shared, usage.PromptTokens - shared + 100);
        }

        async Task<EngineUsage> RankAsync(string instruction, string question) =>
            (await host.RankAsync(new EnginePrompt(instruction + question, instruction.Length), Titles.Sharing(4))).Usage;
    }

    [Fact]
    public async Task The_prefix_used_longest_ago_gives_way_and_results_stay_the_same()
    {
        var engine = new NGramEngine(new TokenEngineLimits(8, 512, 1200) { SpeculationCost = 0 });
        await using var host = new EngineHost(engine, new EngineHostOptions { StoredPrefixes = 2, Lanes = 2 });
        var calls = Enumerable.Range(0, 60).Select(async call =>
        {
            var instruction = $"Instruction {call * 7 % 5} that says what to rank:\n";
            var ranked = await host.RankAsync(new EnginePrompt($"{instruction}{call}", instruction.Length), Titles.Sharing(5));
            Assert.Equal(BruteForce.Rank($"{instruction}{call}", Titles.Sharing(5)).Order, ranked.Order);
        });
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task A_failure_of_the_engine_reaches_the_calls_it_hits_and_the_next_call_works()
    {
        var fail = false;
        var engine = new NGramEngine { BeforeDecode = _ => fail ? throw new InvalidOperationException("the device is gone") : true };
        await using var host = new EngineHost(engine, new EngineHostOptions { Lanes = 3, StoredPrefixes = 2 });
        await host.RankAsync(Instruction, Titles.Sharing(4));
        fail = true;
        var hit = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => Record.ExceptionAsync(() => host.RankAsync(Instruction, Titles.Sharing(4)))));
        Assert.All(hit, failure => Assert.Equal(TokenEngineError.Failed, Assert.IsType<TokenEngineException>(failure).Error));
        Assert.Contains("the device is gone", hit[0]!.Message, StringComparison.Ordinal);
        fail = false;
        var ranked = await host.RankAsync(Instruction, Titles.Sharing(4));
        Assert.Equal(BruteForce.Rank(Instruction, Titles.Sharing(4)).Order, ranked.Order);
        Assert.Equal(0, ranked.Usage.ReusedTokens);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public async Task Logits_that_are_no_numbers_are_a_failure_and_no_answer(float bad)
    {
        var engine = new NGramEngine();
        await using var host = new EngineHost(engine);
        var calls = new Func<Task>[]
        {
            () => host.RankAsync("Rank:", ["Heat", "Ronin", "Paper Boats"]),
            () => host.ScoreAsync("Rank:", ["Heat", "Ronin"]),
            () => host.WriteAsync("Say:", new PlainTextOptions { Sampling = new SamplingOptions { Temperature = 1 } }),
        };
        foreach (var call in calls)
        {
            engine.Spoil = logits =>
            {
                logits[^1] = bad;
                return logits;
            };
            var failed = await Assert.ThrowsAsync<TokenEngineException>(call);
            Assert.Equal(TokenEngineError.Failed, failed.Error);
            Assert.Contains("logits that are no numbers", failed.Message, StringComparison.Ordinal);
            engine.Spoil = null;
            await call();
        }
    }

    [Fact]
    public async Task Lanes_that_find_no_room_together_are_decoded_one_by_one()
    {
        var engine = new NGramEngine { BeforeDecode = tokens => tokens <= 100 };
        await using var host = new EngineHost(engine, new EngineHostOptions { Lanes = 4, StoredPrefixes = 0, SpeculationCost = double.PositiveInfinity });
        var ranked = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => host.RankAsync($"{Instruction}{index}", Titles.Sharing(6))));
        for (var index = 0; index < 8; index++)
        {
            Assert.Equal(BruteForce.Rank($"{Instruction}{index}", Titles.Sharing(6)).Order, ranked[index].Order);
        }
    }

    [Fact]
    public async Task A_call_is_cancelled_between_decode_calls_and_the_engine_goes_on()
    {
        using var cancel = new CancellationTokenSource();
        var decodes = 0;
        var engine = new NGramEngine
        {
            BeforeDecode = _ =>
            {
                if (++decodes == 3)
                {
                    cancel.Cancel();
                }

                return true;
            },
        };
        await using var host = new EngineHost(engine, new EngineHostOptions { SpeculationCost = 0, StoredPrefixes = 0 });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.RankAsync(Instruction, Titles.Sharing(20), cancellationToken: cancel.Token));
        Assert.Equal(3, engine.DecodeCalls);
        var ranked = await host.RankAsync(Instruction, Titles.Sharing(6));
        Assert.Equal(BruteForce.Rank(Instruction, Titles.Sharing(6)).Order, ranked.Order);
    }

    [Fact]
    public async Task Ten_thousand_calls_with_a_third_cancelled_all_end_and_none_is_mixed_up()
    {
        var expected = Enumerable.Range(0, 10).Select(kind => BruteForce.Rank(Prompt(kind), Titles.Sharing(2 + (kind % 3))).Order).ToArray();
        using var allQueued = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var decodes = 0;
        var engine = new NGramEngine(new TokenEngineLimits(32, 512, 4096) { SpeculationCost = 0 })
        {
            BeforeDecode = _ =>
            {
                allQueued.Wait();
                if (++decodes == 100)
                {
                    cancel.Cancel();
                }

                return true;
            },
        };
        await using var host = new EngineHost(engine, new EngineHostOptions { Lanes = 8, StoredPrefixes = 4 });
        var tasks = new (int Kind, bool Doomed, Task<RankedCandidates> Call)[10_000];
        Parallel.For(0, tasks.Length, index =>
        {
            var (kind, doomed) = (index % 10, index * 31 % 97 < 32);
            var prompt = new EnginePrompt(Prompt(kind), Instruction.Length);
            tasks[index] = (kind, doomed, host.RankAsync(prompt, Titles.Sharing(2 + (kind % 3)), cancellationToken: doomed ? cancel.Token : default));
        });
        allQueued.Set();
        var cancelled = 0;
        foreach (var (kind, doomed, call) in tasks)
        {
            try
            {
                Assert.Equal(expected[kind], (await call.WaitAsync(TimeSpan.FromMinutes(2))).Order);
            }
            catch (OperationCanceledException)
            {
                Assert.True(doomed);
                cancelled++;
            }
        }

        Assert.InRange(cancelled, 2500, 3500);
        Assert.InRange(engine.UsedCells, 1, 1500);

        static string Prompt(int kind) => $"{Instruction}{kind}. Paper Boats";
    }

    [Fact]
    public async Task Disposal_lets_running_calls_end_refuses_queued_ones_and_frees_the_engine()
    {
        using var reached = new SemaphoreSlim(0);
        using var go = new ManualResetEventSlim();
        var engine = new NGramEngine
        {
            BeforeDecode = _ =>
            {
                reached.Release();
                go.Wait();
                return true;
            },
        };
        var host = new EngineHost(engine, new EngineHostOptions { Lanes = 1 });
        var running = host.RankAsync(Instruction, Titles.Sharing(6));
        await reached.WaitAsync();
        var queued = host.RankAsync(Instruction, Titles.Sharing(6));
        var disposal = host.DisposeAsync();
        go.Set();
        await disposal;
        Assert.Equal(BruteForce.Rank(Instruction, Titles.Sharing(6)).Order, (await running).Order);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => queued);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.RankAsync(Instruction, ["A", "B"]));
        Assert.True(engine.IsDisposed);
    }

    [Fact]
    public void Options_that_do_not_fit_the_engine_are_refused()
    {
        var limits = new TokenEngineLimits(4, 64, 256);
        Refuse(new EngineHostOptions { Lanes = 0 });
        Refuse(new EngineHostOptions { Lanes = 5, StoredPrefixes = 0 });
        Refuse(new EngineHostOptions { Lanes = 2, StoredPrefixes = 3 });
        Refuse(new EngineHostOptions { StoredPrefixes = -1 });
        Refuse(new EngineHostOptions { SpeculationCost = double.NaN });

        void Refuse(EngineHostOptions options)
        {
            using var engine = new NGramEngine(limits);
            Assert.Throws<ArgumentException>(() => new EngineHost(engine, options));
        }
    }
}
