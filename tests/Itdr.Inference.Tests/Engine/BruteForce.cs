namespace Itdr.Inference.Tests.Engine;

/// <summary>What the algorithms are compared with: one token at a time, straight on the model, with no cache.</summary>
internal static class BruteForce
{
    public static List<int> Prompt(string text) =>
        [TestModel.Start, .. TestModel.Encode(text), TestModel.End, TestModel.Turn];

    /// <summary>Numbered ranking by masked greedy generation.</summary>
    public static (int[] Order, double LogProbability, double SmallestMargin, int Steps) Rank(string prompt, IReadOnlyList<string> titles, int? places = null)
    {
        var history = Prompt(prompt);
        var paths = titles.Select(title => TestModel.Encode($" {title}\n")).ToArray();
        var left = Enumerable.Range(0, titles.Count).ToList();
        var order = new List<int>();
        double logProbability = 0, margin = double.PositiveInfinity;
        var steps = 0;
        for (var place = 0; place < (places ?? titles.Count); place++)
        {
            history.AddRange(TestModel.Encode($"{place + 1}."));
            var depth = 0;
            var possible = left;
            while (possible.Any(item => paths[item].Count > depth))
            {
                var logits = TestModel.Model.Logits(history.ToArray());
                var allowed = possible.Select(item => paths[item][depth]).Distinct()
                    .OrderByDescending(token => logits[token]).ThenBy(token => FirstWith([.. paths[possible[0]][..depth], token])).ToArray();
                var best = allowed[0];
                logProbability += Math.Log(Math.Exp(logits[best]) / allowed.Sum(token => Math.Exp(logits[token])));
                margin = allowed.Length > 1 ? Math.Min(margin, logits[best] - logits[allowed[1]]) : margin;
                history.Add(best);
                possible = [.. possible.Where(item => paths[item][depth] == best)];
                depth++;
                steps++;
            }

            order.Add(possible[0]);
            left.Remove(possible[0]);
        }

        return ([.. order], logProbability, margin, steps);

        int FirstWith(int[] front) => Array.FindIndex(paths, path => path.Take(front.Length).SequenceEqual(front));
    }

    /// <summary>The most likely of some token paths by masked greedy generation.</summary>
    public static (int Index, double LogProbability) Choose(IReadOnlyList<int> history, int[][] paths)
    {
        var all = history.ToList();
        var possible = Enumerable.Range(0, paths.Length).ToList();
        double logProbability = 0;
        for (var depth = 0; possible.Count > 1; depth++)
        {
            var logits = TestModel.Model.Logits(all.ToArray());
            var allowed = possible.Select(index => paths[index][depth]).Distinct().OrderByDescending(token => logits[token]).ToArray();
            logProbability += Math.Log(Math.Exp(logits[allowed[0]]) / allowed.Sum(token => Math.Exp(logits[token])));
            all.Add(allowed[0]);
            possible = [.. possible.Where(index => paths[index][depth] == allowed[0])];
        }

        return (possible[0], logProbability);
    }

    /// <summary>A text of the most likely tokens, up to a literal, or trimmed up to the token that ends the turn; null if it does not end.</summary>
    public static string? Continue(IReadOnlyList<int> history, string? until, int most)
    {
        var all = history.ToList();
        while (all.Count - history.Count <= most)
        {
            var logits = TestModel.Model.Logits(all.ToArray());
            var best = Enumerable.Range(0, logits.Length)
                .Where(token => token < TestModel.Start
                    ? until is not null || all.Count > history.Count || !char.IsWhiteSpace(TestModel.Decode([token])[0])
                    : until is null && token >= TestModel.End && all.Count > history.Count)
                .OrderByDescending(token => logits[token]).First();
            if (best >= TestModel.End)
            {
                return TestModel.Decode(all[history.Count..]).Trim();
            }

            all.Add(best);
            var text = TestModel.Decode(all[history.Count..]);
            if (until is not null && text.Contains(until, StringComparison.Ordinal))
            {
                return text[..text.IndexOf(until, StringComparison.Ordinal)];
            }
        }

        return null;
    }

    /// <summary>The log-likelihood of a text after a history by the chain rule.</summary>
    public static double LogLikelihood(IReadOnlyList<int> history, IEnumerable<int> path)
    {
        var all = history.ToList();
        double sum = 0;
        foreach (var token in path)
        {
            var logits = TestModel.Model.Logits(all.ToArray());
            sum += Math.Log(Math.Exp(logits[token]) / logits.Sum(logit => Math.Exp(logit)));
            all.Add(token);
        }

        return sum;
    }
}
