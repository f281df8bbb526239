using Itdr.Inference;

namespace Itdr.LLamaSharp.Tests;

/// <summary>What the algorithms are compared with: an engine used plainly, in one sequence and one token at a time.</summary>
internal static class Stepwise
{
    /// <summary>The logits of what follows some tokens, decoded in one call each.</summary>
    public static float[] Logits(ITokenEngine engine, IReadOnlyList<int> tokens, int from = 0)
    {
        float[] logits = [];
        for (var position = from; position < tokens.Count; position++)
        {
            var row = engine.Add(tokens[position], position, [0], wantLogits: true);
            Assert.True(engine.Decode());
            logits = engine.Logits(row).ToArray();
        }

        return logits;
    }

    /// <summary>The log-likelihood of a path after a prompt, by the chain rule.</summary>
    public static double LogLikelihood(ITokenEngine engine, IReadOnlyList<int> prompt, IReadOnlyList<int> path)
    {
        engine.Truncate(0, 0);
        var all = prompt.ToList();
        var logits = Logits(engine, all);
        double sum = 0;
        foreach (var token in path)
        {
            sum += logits[token] - LogSum(logits);
            all.Add(token);
            logits = Logits(engine, all, all.Count - 1);
        }

        engine.Truncate(0, 0);
        return sum;
    }

    /// <summary>The prompt as a host makes it.</summary>
    public static List<int> Prompt(ITokenEngine engine, string text)
    {
        var tokens = new List<int>(engine.Frame.BeforeUser);
        engine.Tokenize(text, tokens);
        tokens.AddRange(engine.Frame.AfterUser);
        return tokens;
    }

    public static List<int> Tokens(ITokenEngine engine, string text)
    {
        var tokens = new List<int>();
        engine.Tokenize(text, tokens);
        return tokens;
    }

    public static string Text(ITokenEngine engine, IEnumerable<int> tokens) =>
        System.Text.Encoding.UTF8.GetString([.. tokens.SelectMany(token => engine.Bytes(token).ToArray())]);

    /// <summary>Numbered ranking, one masked token at a time.</summary>
    public static (int[] Order, double LogProbability) Rank(ITokenEngine engine, string prompt, IReadOnlyList<string> titles)
    {
        engine.Truncate(0, 0);
        var all = Prompt(engine, prompt);
        Logits(engine, all[..^1]);
        var known = all.Count - 1;
        var paths = titles.Select(title => Tokens(engine, $" {title}\n")).ToArray();
        var left = Enumerable.Range(0, titles.Count).ToList();
        var order = new List<int>();
        double sum = 0;
        while (left.Count > 0)
        {
            all.AddRange(Tokens(engine, $"{order.Count + 1}."));
            var possible = left;
            for (var depth = 0; possible.Any(item => paths[item].Count > depth); depth++)
            {
                var logits = Logits(engine, all, known);
                known = all.Count;
                var allowed = possible.Select(item => paths[item][depth]).Distinct().OrderByDescending(token => logits[token]).ToArray();
                sum += logits[allowed[0]] - LogSum([.. allowed.Select(token => logits[token])]);
                all.Add(allowed[0]);
                possible = [.. possible.Where(item => paths[item][depth] == allowed[0])];
            }

            order.Add(possible[0]);
            left.Remove(possible[0]);
        }

        engine.Truncate(0, 0);
        return ([.. order], sum);
    }

    private static double LogSum(float[] logits)
    {
        double highest = logits.Max();
        return highest + Math.Log(logits.Sum(logit => Math.Exp(logit - highest)));
    }
}
