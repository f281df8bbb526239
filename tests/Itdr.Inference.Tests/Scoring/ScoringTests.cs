using System.Text;
using CsCheck;
using Itdr.Inference.Tests.Engine;

namespace Itdr.Inference.Tests.Scoring;

/// <summary>Scores in one batch against the chain rule.</summary>
public sealed class ScoringTests
{
    private const string Prompt = "Rank these movies by how likely the user is to choose and like them:";

    [Fact]
    public void Log_likelihoods_are_those_of_the_chain_rule_whatever_the_limits()
    {
        var limits =
            from sequences in Gen.OneOf(1, 2, 5, 32)
            from maxBatch in Gen.OneOf(80, 200, 2048)
            from rows in Gen.OneOf(1, 3, 40, 1000)
            select new TokenEngineLimits(sequences, maxBatch, 4096) { MaxLogitRows = rows };
        Gen.Select(Titles.Lists(16).Where(titles => titles.All(title => !title.Contains('\n', StringComparison.Ordinal))), limits).Sample(
            (titles, limit) =>
            {
                var (scores, _) = Score(titles, limit, ScoreNormalization.Sum);
                for (var index = 0; index < titles.Length; index++)
                {
                    Assert.Equal(ByChainRule(titles[index]), scores.LogLikelihoods[index], 1e-6);
                }
            },
            iter: 150, threads: 1);
    }

    [Fact]
    public void Candidates_are_scored_in_at_most_three_calls_with_sequences_for_half_of_them()
    {
        for (var count = 1; count <= 50; count++)
        {
            var titles = Titles.Sharing(count);
            var (scores, engine) = Score(titles, new TokenEngineLimits(Math.Max(1, (count + 1) / 2), 2048, 8192) { MaxLogitRows = 1024 }, ScoreNormalization.Sum);
            Assert.Equal(count, scores.Scores.Length);
            Assert.InRange(engine.DecodeCalls, 1, 3);
        }
    }

    [Fact]
    public void Probabilities_of_different_candidates_add_up_to_at_most_one()
    {
        var (scores, _) = Score(Titles.Sharing(30), new TokenEngineLimits(32, 2048, 8192), ScoreNormalization.Sum);
        Assert.InRange(scores.LogLikelihoods.Sum(Math.Exp), 0, 1);
        Assert.Equal(1, scores.Posterior().Sum(), 1e-12);
    }

    [Theory]
    [InlineData(ScoreNormalization.Sum)]
    [InlineData(ScoreNormalization.Tokens)]
    [InlineData(ScoreNormalization.Bytes)]
    [InlineData(ScoreNormalization.Characters)]
    public void Each_normalization_divides_by_what_it_is_named_for(ScoreNormalization normalization)
    {
        string[] titles = ["Heat", "The Quiet Harbor (1995)", "愛の🎬", "Paper Boats (1979)"];
        var (scores, _) = Score(titles, new TokenEngineLimits(8, 512, 2048), normalization);
        for (var index = 0; index < titles.Length; index++)
        {
            var divisor = normalization switch
            {
                ScoreNormalization.Sum => 1,
                ScoreNormalization.Tokens => TestModel.Encode($" {titles[index]}\n").Count,
                ScoreNormalization.Bytes => Encoding.UTF8.GetByteCount(titles[index]),
                _ => new[] { 4, 23, 3, 18 }[index],
            };
            Assert.Equal(scores.LogLikelihoods[index] / divisor, scores.Scores[index], 1e-12);
        }

        Assert.Equal(Enumerable.Range(0, 4).OrderByDescending(index => scores.Scores[index]), scores.Order);
    }

    [Fact]
    public void Equal_candidates_have_equal_scores_and_keep_their_order()
    {
        var (scores, _) = Score(["Paper Boats", "Heat", "Paper Boats"], new TokenEngineLimits(8, 512, 2048), ScoreNormalization.Sum);
        Assert.Equal(scores.Scores[0], scores.Scores[2]);
        Assert.True(scores.Order.IndexOf(0) < scores.Order.IndexOf(2));
    }

    [Fact]
    public void No_candidates_have_no_scores()
    {
        var (scores, engine) = Score([], new TokenEngineLimits(8, 512, 2048), ScoreNormalization.Sum);
        Assert.Empty(scores.Scores);
        Assert.Empty(scores.Posterior());
        Assert.Equal(0, engine.DecodeCalls);
    }

    [Fact]
    public async Task A_candidate_longer_than_a_batch_is_refused_with_a_reason()
    {
        await using var host = new EngineHost(new NGramEngine(new TokenEngineLimits(4, 8, 2048)));
        var refused = await Assert.ThrowsAsync<TokenEngineException>(() => host.ScoreAsync(Prompt, ["qzqzqzqzqzqzqzqz", "Heat"]));
        Assert.Equal(TokenEngineError.TooLong, refused.Error);
        Assert.Contains("larger", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_that_cannot_branch_scores_the_same()
    {
        var titles = Titles.Sharing(7);
        var (scores, _) = Score(titles, new TokenEngineLimits(8, 512, 2048) { CanBranch = false }, ScoreNormalization.Sum);
        Assert.All(titles, (title, index) => Assert.Equal(ByChainRule(title), scores.LogLikelihoods[index], 1e-6));
    }

    private static double ByChainRule(string title) =>
        BruteForce.LogLikelihood([.. BruteForce.Prompt(Prompt), .. TestModel.Encode("1.")], TestModel.Encode($" {title}\n"));

    private static (CandidateScores Scores, NGramEngine Engine) Score(string[] titles, TokenEngineLimits limits, ScoreNormalization normalization)
    {
        var engine = new NGramEngine(limits);
        var host = new EngineHost(engine, new EngineHostOptions { StoredPrefixes = 0 });
        var scores = host.ScoreAsync(Prompt, titles, normalization).GetAwaiter().GetResult();
        host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return (scores, engine);
    }
}
