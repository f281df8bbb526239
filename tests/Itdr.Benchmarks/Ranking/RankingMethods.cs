using Itdr.Inference;
using Itdr.LLamaSharp;
using Itdr.Subtasks;

namespace Itdr.Benchmarks.Ranking;

/// <summary>The ways to rank, each on an engine of its own whose cache is empty, so that a run has its prefill in it.</summary>
internal sealed class RankingMethods(LLamaSharpOptions options, TopKRecommendation task, GrammarSampler grammar)
{
    private readonly string turn = TopKRecommendation.Descriptor.UserTurn(task.ToPrompt());
    private readonly string[] titles = [.. task.Candidates.Select(static item => item.Title)];
    private int output;

    /// <summary>As many tokens as the ranking has, the most likely one at every step, whatever it is.</summary>
    public async Task<Measured> PlainAsync()
    {
        output = output == 0 ? await OutputAsync() : output;
        using var engine = await LLamaModelLoader.LoadAsync(options);
        return Steps(engine, output, GrammarSampler.Highest);
    }

    /// <summary>The most likely token that the grammar allows, up to the end of the ranking.</summary>
    public async Task<Measured> GrammarAsync()
    {
        using var engine = await LLamaModelLoader.LoadAsync(options);
        grammar.Reset();
        return Steps(engine, int.MaxValue, logits =>
        {
            var token = grammar.Pick(logits);
            return engine.IsEnd(token) ? -1 : token;
        });
    }

    public async Task<Measured> WalkAsync(double cost)
    {
        await using var host = new EngineHost(await LLamaModelLoader.LoadAsync(options), new EngineHostOptions { SpeculationCost = cost });
        return await Watch.WalkAsync(host, turn, titles);
    }

    /// <summary>Scores all titles in one call, or each in a call of its own with the prompt kept in the cache.</summary>
    public async Task<Measured> ScoreAsync(bool together)
    {
        await using var host = new EngineHost(await LLamaModelLoader.LoadAsync(options), new EngineHostOptions { StoredPrefixes = 0 });
        var (calls, tokens, watch) = (0, 0, Watch.Start());
        foreach (var part in together ? [titles] : titles.Select(static title => new[] { title }))
        {
            var usage = (await host.ScoreAsync(turn, part)).Usage;
            (calls, tokens) = (calls + usage.DecodeCalls, tokens + usage.DecodedTokens);
        }

        return watch.Stop(calls, tokens);
    }

    private async Task<int> OutputAsync()
    {
        await using var host = new EngineHost(await LLamaModelLoader.LoadAsync(options));
        return (await host.RankAsync(turn, titles)).Usage.OutputTokens;
    }

    private Measured Steps(LLamaTokenEngine engine, int most, Func<ReadOnlySpan<float>, int> pick)
    {
        var watch = Watch.Start();
        var tokens = new List<int>(engine.Frame.BeforeUser);
        engine.Tokenize(turn, tokens);
        tokens.AddRange(engine.Frame.AfterUser);
        var (calls, decoded, row) = (0, 0, 0);
        for (var left = most; left > 0; left--)
        {
            for (; decoded < tokens.Count; decoded++)
            {
                row = engine.Add(tokens[decoded], decoded, [0], wantLogits: decoded == tokens.Count - 1);
            }

            calls += engine.Decode() ? 1 : throw new InvalidOperationException("There is no room.");
            var token = pick(engine.Logits(row));
            if (token < 0)
            {
                break;
            }

            tokens.Add(token);
        }

        return watch.Stop(calls, decoded);
    }
}
