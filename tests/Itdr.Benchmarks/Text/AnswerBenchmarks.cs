using System.Globalization;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Itdr.Subtasks;

namespace Itdr.Benchmarks.Text;

/// <summary>
/// The label of a ten-item ranking, written and read: generated code against hand-written code and regular expressions.
/// All readers do the same job: every line must be a candidate of the task that stands in no other line, no two candidates
/// may have the same title, and what comes back is an answer that holds the task's own instances. The regular expressions
/// are favoured in two ways: a failure does not say where it is, and the faster ones are made for ten places.
/// </summary>
[MemoryDiagnoser]
public partial class AnswerBenchmarks
{
    private readonly TopKRecommendation task = TopKExample.Task;
    private readonly TopKRecommendation.Answer answer = TopKExample.Answer;
    private readonly string label = TopKExample.Label;
    private readonly Regex compiled = new(Pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private readonly Regex anyLength = new(@"\G(\d+)\. (.+)(?:\n|\z)", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    // Written for ten places, which the generated parser is not: it reads as many as the task has candidates.
    private const string Pattern = @"\A1\. (.+)\n2\. (.+)\n3\. (.+)\n4\. (.+)\n5\. (.+)\n6\. (.+)\n7\. (.+)\n8\. (.+)\n9\. (.+)\n10\. (.+)\z";

    [GlobalSetup]
    public void Verify()
    {
        if (ParseGenerated() != answer || ParseWithRegex() != answer || ParseWithSourceGeneratedRegex() != answer
            || ParseWithRegexOfAnyLength() != answer || ParseByHand() != answer || WriteGenerated() != WriteByHand())
        {
            throw new InvalidOperationException("The ways to write and read a ranking do not agree.");
        }
    }

    [Benchmark]
    public string WriteGenerated() => task.ToLabel(answer);

    [Benchmark]
    public string WriteByHand() => HandWritten.Label(answer.Ranking);

    [Benchmark]
    public TopKRecommendation.Answer ParseGenerated() => TopKRecommendation.Parse(task, label, ParseOptions.Strict).Value;

    [Benchmark(Baseline = true)]
    public TopKRecommendation.Answer ParseWithRegex() => Resolve(compiled.Match(label));

    [Benchmark]
    public TopKRecommendation.Answer ParseWithSourceGeneratedRegex() => Resolve(Generated().Match(label));

    [Benchmark]
    public TopKRecommendation.Answer ParseWithRegexOfAnyLength()
    {
        var byTitle = task.Candidates.ToDictionary(item => item.Title, StringComparer.Ordinal);
        var ranking = new Item[byTitle.Count];
        var read = 0;
        var (place, match) = (0, anyLength.Match(label));
        for (; match.Success && place < ranking.Length; match = match.NextMatch())
        {
            if (int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) != place + 1
                || !byTitle.Remove(match.Groups[2].Value, out ranking[place]!))
            {
                throw new FormatException($"Line {place + 1} is no candidate.");
            }

            read = match.Index + match.Length;
            place++;
        }

        return place == ranking.Length && read == label.Length ? new TopKRecommendation.Answer(ranking) : throw new FormatException("The text is no ranking.");
    }

    /// <summary>What every reader allocates at least.</summary>
    [Benchmark]
    public TopKRecommendation.Answer AnswerAlone() => new(new Item[task.Candidates.Count]);

    [Benchmark]
    public TopKRecommendation.Answer ParseByHand()
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

        return new TopKRecommendation.Answer(ranking);
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Generated();

    /// <summary>What every user of a regular expression has to do next: find the items, each once.</summary>
    private TopKRecommendation.Answer Resolve(Match match)
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

        return new TopKRecommendation.Answer(ranking);
    }
}
