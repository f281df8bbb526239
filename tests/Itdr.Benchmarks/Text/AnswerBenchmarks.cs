using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Itdr.Subtasks;

namespace Itdr.Benchmarks.Text;

/// <summary>The label of a ten-item ranking, written and read: generated code against hand-written code and a compiled regular expression.</summary>
[MemoryDiagnoser]
public partial class AnswerBenchmarks
{
    private readonly TopKRecommendation task = TopKExample.Task;
    private readonly TopKRecommendation.Answer answer = TopKExample.Answer;
    private readonly string label = TopKExample.Label;
    private readonly Regex compiled = new(Pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private const string Pattern = @"\A1\. (.+)\n2\. (.+)\n3\. (.+)\n4\. (.+)\n5\. (.+)\n6\. (.+)\n7\. (.+)\n8\. (.+)\n9\. (.+)\n10\. (.+)\z";

    [GlobalSetup]
    public void Verify()
    {
        if (!ParseGenerated().SequenceEqual(answer.Ranking) || !ParseWithRegex().SequenceEqual(answer.Ranking)
            || !ParseWithSourceGeneratedRegex().SequenceEqual(answer.Ranking) || !ParseByHand().SequenceEqual(answer.Ranking)
            || WriteGenerated() != WriteByHand())
        {
            throw new InvalidOperationException("The ways to write and read a ranking do not agree.");
        }
    }

    [Benchmark]
    public string WriteGenerated() => task.ToLabel(answer);

    [Benchmark]
    public string WriteByHand() => HandWritten.Label(answer.Ranking);

    [Benchmark]
    public IReadOnlyList<Item> ParseGenerated() => TopKRecommendation.Parse(task, label, ParseOptions.Strict).Value.Ranking;

    [Benchmark(Baseline = true)]
    public IReadOnlyList<Item> ParseWithRegex() => Resolve(compiled.Match(label));

    [Benchmark]
    public IReadOnlyList<Item> ParseWithSourceGeneratedRegex() => Resolve(Generated().Match(label));

    [Benchmark]
    public IReadOnlyList<Item> ParseByHand()
    {
        var byTitle = task.Candidates.ToDictionary(item => item.Title, StringComparer.Ordinal);
        var lines = label.Split('\n');
        var ranking = new Item[lines.Length];
        for (var index = 0; index < lines.Length; index++)
        {
            var mark = $"{index + 1}. ";
            if (!lines[index].StartsWith(mark, StringComparison.Ordinal) || !byTitle.Remove(lines[index][mark.Length..], out ranking[index]!))
            {
                throw new FormatException($"Line {index + 1} is no candidate.");
            }
        }

        return ranking;
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Generated();

    /// <summary>What every user of a regular expression has to do next: find the items, each once.</summary>
    private Item[] Resolve(Match match)
    {
        if (!match.Success)
        {
            throw new FormatException("The text is no ranking.");
        }

        var byTitle = task.Candidates.ToDictionary(item => item.Title, StringComparer.Ordinal);
        var ranking = new Item[task.Candidates.Count];
        for (var index = 0; index < ranking.Length; index++)
        {
            if (!byTitle.Remove(match.Groups[index + 1].Value, out ranking[index]!))
            {
                throw new FormatException($"Line {index + 1} is no candidate.");
            }
        }

        return ranking;
    }
}
