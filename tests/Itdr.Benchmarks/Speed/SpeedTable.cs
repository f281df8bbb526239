using Itdr.Benchmarks.Generator;
using Itdr.Benchmarks.Text;

namespace Itdr.Benchmarks.Speed;

/// <summary>
/// The command <c>speed</c>: what DESIGN §9 asks of prompts, answers and the generator, as one table in Markdown. What stands
/// in one row was measured side by side in this run, which takes one to two minutes.
/// </summary>
internal static class SpeedTable
{
    /// <summary>The name of the command.</summary>
    public const string Name = "speed";

    private const double MostOverHandWritten = 1.3;
    private const double LeastUnderHandlebars = 10;
    private const double LeastUnderRegex = 5;

    /// <summary>Runs it and writes the table.</summary>
    public static int Run()
    {
        SpeedRow.WriteHead();
        Prompts();
        Answers();
        Generator();
        return 0;
    }

    private static void Prompts()
    {
        var ways = new PromptBenchmarks();
        ways.Compile();
        var length = ways.Generated().Length;
        var times = SideBySide.Measure(ways.Generated, ways.HandWritten, ways.WithHandlebars, () => new string('x', length));
        var (ours, hand, handlebars) = (times[0], times[1], times[2]);
        Over("`ToPrompt()`, top-k, 10 candidates", ours, "hand-written `string.Create`", hand, MostOverHandWritten);
        Under(ours, "Handlebars.Net", handlebars, LeastUnderHandlebars);
        Allocation(ours, "the string alone", times[3]);
    }

    private static void Answers()
    {
        var ways = new AnswerBenchmarks();
        ways.Verify();
        var times = SideBySide.Measure(
            ways.ParseGenerated, ways.ParseWithRegex, ways.ParseWithSourceGeneratedRegex, ways.ParseWithRegexOfAnyLength, ways.AnswerAlone);
        var ours = times[0];
        SpeedRow.Write("strict parse of 10 places", SpeedRow.Text(ours), "", "", false, "");
        Under(ours, "compiled `Regex` for exactly 10 places, and a dictionary", times[1], LeastUnderRegex);
        Under(ours, "the same, generated from source", times[2], null);
        Under(ours, "compiled `Regex` for any number of places, and a dictionary", times[3], null);
        Allocation(ours, "the answer alone", times[4]);
    }

    private static void Generator()
    {
        GeneratorTimes.WarmUp();
        foreach (var subtasks in (int[])[1, 100, 500])
        {
            var times = GeneratorTimes.Measure(new DeclaredProject(subtasks), GeneratorTimes.Runs);
            var hasTarget = subtasks == 100;
            Generation($"generator, {subtasks} subtask{(subtasks == 1 ? "" : "s")}, cold", times.Cold, $"an empty generator: {times.Empty}", times.Cold.Clock - times.Empty.Clock, hasTarget ? 300 : null);
            Generation("a keystroke in a template", times.InTemplate, "", times.InTemplate.Clock, hasTarget ? 150 : null);
            Generation("a keystroke elsewhere", times.Elsewhere, "", times.Elsewhere.Clock, hasTarget ? 150 : null);
        }
    }

    private static void Over(string what, Timing ours, string beside, Timing other, double most)
    {
        var ratio = ours.Over(other);
        SpeedRow.Write(what, SpeedRow.Text(ours), $"{beside}: {SpeedRow.Text(other)}", $"≤ {most} × its time", ratio <= most, SpeedRow.Text(ratio));
    }

    private static void Under(Timing ours, string beside, Timing other, double? least)
    {
        var ratio = other.Over(ours);
        SpeedRow.Write("", "", $"{beside}: {SpeedRow.Text(other)}", least is null ? "" : $"≥ {least} × as fast", ratio >= least, SpeedRow.Text(ratio));
    }

    private static void Allocation(Timing ours, string alone, Timing result) =>
        SpeedRow.Write("", SpeedRow.Size(ours), $"{alone}: {SpeedRow.Size(result)}", "no more", ours.Bytes <= result.Bytes, "");

    private static void Generation(string what, GeneratorTimes.Duration ours, string beside, TimeSpan decides, int? most) =>
        SpeedRow.Write(what, ours.ToString(), beside, most is null ? "" : $"< {most} ms", decides.TotalMilliseconds < most, "");
}
