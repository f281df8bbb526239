using System.Text;
using BenchmarkDotNet.Attributes;
using HandlebarsDotNet;
using Itdr.Subtasks;

namespace Itdr.Benchmarks.Text;

/// <summary>The prompt of a top-k task: generated code against what a user would write or use instead. All three write the same text.</summary>
[MemoryDiagnoser]
public class PromptBenchmarks
{
    private readonly TopKRecommendation task = TopKExample.Task;
    private HandlebarsTemplate<object, object> handlebars = null!;

    [GlobalSetup]
    public void Compile()
    {
        var engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });
        engine.RegisterHelper("place", (output, context, arguments) => output.Write((int)arguments[0]! + 1));
        handlebars = engine.Compile(
            "The user has {{Domain.Engaged}} these {{Domain.Items}}{{#if HistoryOrder}}, {{HistoryOrder}}{{/if}}:\n" +
            "{{#each History}}{{place @index}}. {{Title}}\n{{/each}}" +
            "Rank these {{Domain.Items}} by how likely the user is to choose and like them:" +
            "{{#each Candidates}}\n{{place @index}}. {{Title}}{{/each}}");
        if (Generated() != HandWritten() || Generated() != WithHandlebars())
        {
            throw new InvalidOperationException("The three ways do not write the same prompt.");
        }
    }

    [Benchmark]
    public string Generated() => task.ToPrompt();

    [Benchmark(Baseline = true)]
    public string HandWritten() => Text.HandWritten.Prompt(task);

    [Benchmark]
    public string WithStringBuilder()
    {
        var text = new StringBuilder();
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"The user has {task.Domain.Engaged} these {task.Domain.Items}");
        if (!string.IsNullOrEmpty(task.HistoryOrder))
        {
            text.Append(", ").Append(task.HistoryOrder);
        }

        text.Append(":\n");
        for (var index = 0; index < task.History.Count; index++)
        {
            text.Append(index + 1).Append(". ").Append(task.History[index].Title).Append('\n');
        }

        text.Append("Rank these ").Append(task.Domain.Items).Append(" by how likely the user is to choose and like them:");
        for (var index = 0; index < task.Candidates.Count; index++)
        {
            text.Append('\n').Append(index + 1).Append(". ").Append(task.Candidates[index].Title);
        }

        return text.ToString();
    }

    [Benchmark]
    public string WithHandlebars() => handlebars(task);
}
