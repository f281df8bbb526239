using CsCheck;
using Itdr.Inference.Tests.Engine;

namespace Itdr.Inference.Tests.Ranking;

/// <summary>Rankings and scores against brute force, each time with another tokenizer, another model and other limits.</summary>
public sealed class RandomLanguageTests
{
    private const string Prompt = "Rank these:";

    private static readonly Gen<(string[] Titles, TestLanguage Language, TokenEngineLimits Limits, double Cost)> Cases =
        from titles in Titles.Lists(14)
        from text in Titles.Any.Array[1, 8]
        from merges in Gen.Int[0, 80]
        from seed in Gen.Int
        from sequences in Gen.Int[1, 20]
        from batch in Gen.Int[30, 200]
        from rows in Gen.Int[1, 30]
        from branches in Gen.Bool
        from cost in Gen.OneOf(0, 0.2, double.PositiveInfinity)
        select (titles, TestLanguage.Random(string.Join("\n", [.. titles, .. text, "1. 2. 10."]), merges, seed),
            new TokenEngineLimits(sequences, batch, 8192) { MaxLogitRows = rows, CanBranch = branches }, cost);

    [Fact]
    public void A_ranking_is_that_of_masked_generation() => Cases.Where(static one => CanBeToldApart(one.Titles)).Sample(
        static one =>
        {
            var paths = Array.ConvertAll(one.Titles, title => one.Language.Encode($" {title}\n"));
            using var engine = new NGramEngine(one.Limits, one.Language);
            var host = new EngineHost(engine, new EngineHostOptions { SpeculationCost = one.Cost });
            for (var again = 0; again < 2; again++)
            {
                var (order, logProbability) = Rank(one.Language, paths);
                var ranked = host.RankAsync(Prompt, one.Titles).GetAwaiter().GetResult();
                Assert.Equal(order, ranked.Order.ToArray());
                Assert.Equal(logProbability, ranked.LogProbability, 1e-4);
            }

            host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        },
        iter: 200, threads: 1);

    [Fact]
    public void Scores_are_those_of_the_chain_rule() => Cases.Where(static one => CanBeToldApart(one.Titles)).Sample(
        static one =>
        {
            using var engine = new NGramEngine(one.Limits with { MaxBatch = 300 }, one.Language);
            var host = new EngineHost(engine, new EngineHostOptions { SpeculationCost = one.Cost });
            var scored = host.ScoreAsync(Prompt, one.Titles).GetAwaiter().GetResult();
            foreach (var (title, score) in one.Titles.Zip(scored.LogLikelihoods))
            {
                List<int> history = [.. Begin(one.Language), .. one.Language.Encode("1.")];
                double sum = 0;
                foreach (var token in one.Language.Encode($" {title}\n"))
                {
                    var logits = one.Language.Logits([.. history]);
                    sum += logits[token] - Math.Log(logits.Sum(static logit => Math.Exp(logit)));
                    history.Add(token);
                }

                Assert.Equal(sum, score, 1e-4);
            }

            host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        },
        iter: 100, threads: 1);

    private static int[] Begin(TestLanguage language) => [language.Start, .. language.Encode(Prompt), language.End, language.Turn];

    /// <summary>One token at a time, the most likely of those that lead to a title that is left.</summary>
    private static (int[] Order, double LogProbability) Rank(TestLanguage language, int[][] paths)
    {
        var history = Begin(language).ToList();
        var left = Enumerable.Range(0, paths.Length).ToList();
        var order = new List<int>();
        double logProbability = 0;
        while (left.Count > 0)
        {
            history.AddRange(language.Encode($"{order.Count + 1}."));
            var possible = left.ToArray();
            for (var depth = 0; depth < paths[possible[0]].Length; depth++)
            {
                var logits = language.Logits([.. history]);
                var allowed = possible.Select(item => paths[item][depth]).Distinct().ToArray();
                var best = allowed.MaxBy(token => logits[token]);
                logProbability += logits[best] - Math.Log(allowed.Sum(token => Math.Exp(logits[token])));
                history.Add(best);
                possible = [.. possible.Where(item => paths[item][depth] == best)];
            }

            order.Add(possible[0]);
            left.Remove(possible[0]);
        }

        return ([.. order], logProbability);
    }

    private static bool CanBeToldApart(string[] titles) =>
        titles.All(first => titles.All(second => first == second || !$"{second}\n".StartsWith($"{first}\n", StringComparison.Ordinal)));
}
