using Itdr.Inference.Tests.Engine;

namespace Itdr.Inference.Tests.Generation;

/// <summary>Drawing tokens.</summary>
public sealed class SamplingTests
{
    private static readonly float[] Logits = [(float)Math.Log(0.5) + 2, (float)Math.Log(0.3) + 2, (float)Math.Log(0.15) + 2, (float)Math.Log(0.05) + 2];

    private static readonly bool[] None = new bool[4];

    [Fact]
    public void Draws_follow_the_probabilities_of_the_model()
    {
        var shares = Shares(new SamplingOptions { Temperature = 1 }, None);
        Assert.Equal(0.5, shares[0], 0.02);
        Assert.Equal(0.3, shares[1], 0.02);
        Assert.Equal(0.15, shares[2], 0.02);
        Assert.Equal(0.05, shares[3], 0.02);
    }

    [Fact]
    public void Temperature_sharpens_and_flattens()
    {
        var weights = new[] { 0.5, 0.3, 0.15, 0.05 };
        foreach (var temperature in new[] { 0.5, 2 })
        {
            var shares = Shares(new SamplingOptions { Temperature = temperature }, None);
            var powers = weights.Select(weight => Math.Pow(weight, 1 / temperature)).ToArray();
            Assert.All(powers, (power, token) => Assert.Equal(power / powers.Sum(), shares[token], 0.02));
        }
    }

    [Fact]
    public void Top_p_keeps_the_fewest_tokens_that_reach_it()
    {
        var shares = Shares(new SamplingOptions { Temperature = 1, TopP = 0.7 }, None);
        Assert.Equal(0.5 / 0.8, shares[0], 0.02);
        Assert.Equal(0.3 / 0.8, shares[1], 0.02);
        Assert.Equal(0, shares[2] + shares[3]);
        Assert.Equal(1, Shares(new SamplingOptions { Temperature = 1, TopP = 0.01 }, None)[0]);
    }

    [Fact]
    public void Top_k_keeps_so_many_tokens_and_top_p_chooses_among_them()
    {
        var shares = Shares(new SamplingOptions { Temperature = 1, TopK = 3 }, None);
        Assert.Equal(0.5 / 0.95, shares[0], 0.02);
        Assert.Equal(0.15 / 0.95, shares[2], 0.02);
        Assert.Equal(0, shares[3]);

        // 0.5 of 0.8 does not reach 0.7, 0.5 of 0.5 does.
        Assert.True(Shares(new SamplingOptions { Temperature = 1, TopK = 2, TopP = 0.7 }, None)[1] > 0);
        Assert.Equal(1, Shares(new SamplingOptions { Temperature = 1, TopK = 1, TopP = 0.7 }, None)[0]);
        Assert.Equal(Shares(new SamplingOptions { Temperature = 1 }, None), Shares(new SamplingOptions { Temperature = 1, TopK = 4 }, None));
        Assert.Equal(1, Shares(new SamplingOptions { Temperature = 1, TopK = 1 }, [true, false, false, true])[1]);
    }

    [Fact]
    public void Penalties_take_off_what_the_text_holds_already_once_or_each_time()
    {
        var penalties = new SamplingOptions { FrequencyPenalty = 0.4, PresencePenalty = 0.2 };
        var sampler = new TokenSampler(penalties);
        Assert.Equal((0, Math.Log(0.5)), Rounded(sampler.Draw(Logits, None)));
        sampler.Count(0);

        // 0.6 off log(0.5 / 0.3) = 0.51; what is told is the model's own probability.
        Assert.Equal((1, Math.Log(0.3)), Rounded(sampler.Draw(Logits, None)));
        sampler.Count(1);
        Assert.Equal(0, sampler.Draw(Logits, None).Token);
        sampler.Count(0);

        // 1.0 off 0.5 is 0.184, 0.6 off 0.3 is 0.165, and 1.0 off 0.3 is 0.110.
        Assert.Equal(0, sampler.Draw(Logits, None).Token);
        sampler.Count(0);
        Assert.Equal(1, sampler.Draw(Logits, None).Token);
        sampler.Count(1);
        Assert.Equal(2, sampler.Draw(Logits, None).Token);
        var fond = new TokenSampler(new SamplingOptions { PresencePenalty = -2 });
        fond.Count(3);
        Assert.Equal(0, fond.Draw(Logits, None).Token);
        fond = new TokenSampler(new SamplingOptions { FrequencyPenalty = -2 });
        fond.Count(3);
        fond.Count(3);
        Assert.Equal(3, fond.Draw(Logits, None).Token);

        static (int, double) Rounded((int Token, double LogProbability) drawn) => (drawn.Token, Math.Log(Math.Round(Math.Exp(drawn.LogProbability), 5)));
    }

    [Fact]
    public async Task A_penalty_for_frequency_makes_a_text_repeat_less()
    {
        await using var host = new EngineHost(new NGramEngine());
        var plain = await host.WriteAsync("Tell of this reader.", new PlainTextOptions { MaxTokens = 200, Sampling = SamplingOptions.Greedy });
        var varied = await host.WriteAsync("Tell of this reader.", new PlainTextOptions { MaxTokens = 200, Sampling = new SamplingOptions { FrequencyPenalty = 1 } });
        Assert.True(Kinds(varied) > Kinds(plain), $"{Kinds(varied)} kinds of tokens with the penalty, {Kinds(plain)} without.");

        static double Kinds(PlainOutput output) => TestModel.Encode(output.Text).Distinct().Count() / (double)Math.Max(1, TestModel.Encode(output.Text).Count);
    }

    [Fact]
    public void Banned_tokens_are_never_drawn_and_probabilities_are_of_the_others()
    {
        bool[] banned = [true, false, false, true];
        var shares = Shares(new SamplingOptions { Temperature = 1 }, banned);
        Assert.Equal(0, shares[0] + shares[3]);
        Assert.Equal(2.0 / 3, shares[1], 0.02);
        var (token, logProbability) = new TokenSampler(SamplingOptions.Greedy).Draw(Logits, banned);
        Assert.Equal(1, token);
        Assert.Equal(Math.Log(2.0 / 3), logProbability, 1e-6);
        Assert.Equal(-1, new TokenSampler(SamplingOptions.Greedy).Draw(Logits, [true, true, true, true]).Token);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_text_whatever_runs_beside_it()
    {
        await using var host = new EngineHost(new NGramEngine(), new EngineHostOptions { Lanes = 4 });
        var alone = await Draw(1);
        var many = await Task.WhenAll(Enumerable.Range(0, 30).Select(index => Draw(index % 10)));
        Assert.Equal(alone, many[1]);
        Assert.All(Enumerable.Range(0, 30), index => Assert.Equal(many[index % 10], many[index]));
        Assert.InRange(many.Distinct().Count(), 4, 10);

        async Task<string> Draw(int seed) => (await host.GenerateAsync(
            "Tell of this reader.", Slots.Text(TextEnd.BeforeOrAtEnd("\n")), new GenerationOptions { Sampling = new SamplingOptions { Temperature = 1, Seed = seed } })).Text;
    }

    [Fact]
    public async Task A_drawn_text_is_trimmed_is_not_empty_and_is_whole_characters()
    {
        await using var host = new EngineHost(new NGramEngine());
        for (var seed = 0; seed < 60; seed++)
        {
            var sampling = new SamplingOptions { Temperature = 3, Seed = seed, MaxTextTokens = 2000 };
            var text = (await host.GenerateAsync("Tell.", Slots.Text(TextEnd.BeforeOrAtEnd("\n")), new GenerationOptions { Sampling = sampling })).Text;
            Assert.NotEmpty(text);
            Assert.Equal(text.Trim(), text);
            Assert.DoesNotContain('\uFFFD', text);
            Assert.DoesNotContain('\n', text);
        }
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        await using var host = new EngineHost(new NGramEngine());
        foreach (var wrong in (SamplingOptions[])[
            new() { Temperature = -1 }, new() { Temperature = double.NaN }, new() { Temperature = double.PositiveInfinity },
            new() { TopP = 0 }, new() { TopP = 1.1 }, new() { TopP = double.NaN }, new() { MaxTextTokens = 0 },
            new() { TopK = 0 }, new() { FrequencyPenalty = double.NaN }, new() { PresencePenalty = double.PositiveInfinity }])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => host.GenerateAsync("a", Slots.Text(), new GenerationOptions { Sampling = wrong }));
        }
    }

    private static double[] Shares(SamplingOptions options, bool[] banned)
    {
        var sampler = new TokenSampler(options with { Seed = 5 });
        var counts = new double[4];
        for (var draw = 0; draw < 20_000; draw++)
        {
            counts[sampler.Draw(Logits, banned).Token]++;
        }

        return [.. counts.Select(count => count / 20_000)];
    }
}
