using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Itdr.Inference.Tests.Chat;
using Itdr.Subtasks;
using Itdr.Testing.Chat;

namespace Itdr.Inference.Tests.Telemetry;

public sealed class TelemetryTests : IDisposable
{
    private readonly string name = $"test-{Guid.NewGuid()}";
    private readonly ConcurrentQueue<(string Instrument, double Value, Dictionary<string, object?> Tags)> measured = new();
    private readonly ConcurrentQueue<Activity> activities = new();
    private readonly MeterListener meters = new();
    private readonly ActivityListener traces;

    public TelemetryTests()
    {
        meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == ItdrTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.Start();
        traces = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == ItdrTelemetry.Name,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("itdr.recommender"), name))
                {
                    activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(traces);
    }

    public void Dispose()
    {
        meters.Dispose();
        traces.Dispose();
    }

    [Fact]
    public async Task Calls_tokens_repairs_failures_and_time_are_counted()
    {
        await using var server = await ChatServerDouble.InTurnAsync(
            static context => Reply.Text(context, "- **Heat**"),
            static context => Reply.Text(context, "nothing of the kind"),
            static context => Reply.Error(context, 500, "oh"));
        var recommender = ChatTasks.Recommender(server).WithTelemetry(name);
        for (var call = 0; call < 3; call++)
        {
            await recommender.RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        }

        Assert.Equal(3, Sum(ItdrTelemetry.Calls));
        Assert.Equal(60, Sum(ItdrTelemetry.Tokens, "itdr.token.type", "input"));
        Assert.Equal(40, Sum(ItdrTelemetry.Tokens, "itdr.token.type", "cached"));
        Assert.Equal(14, Sum(ItdrTelemetry.Tokens, "itdr.token.type", "output"));
        Assert.True(Sum(ItdrTelemetry.Repairs, "itdr.repair", "Emphasis") >= 1);
        Assert.Equal(1, Sum(ItdrTelemetry.Failures, "error.type", "Unreadable"));
        Assert.Equal(1, Sum(ItdrTelemetry.Failures, "error.type", "ServerFailed"));
        Assert.Equal(3, measured.Count(one => one.Instrument == ItdrTelemetry.Duration && one.Value > 0));
        Assert.All(measured, static one => Assert.Equal("next-item", one.Tags["itdr.subtask"]));
        Assert.Equal(3, activities.Count);
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Error], activities.Select(static activity => activity.Status));
    }

    [Fact]
    public async Task A_trace_names_model_server_and_tokens_by_the_conventions_for_generative_AI()
    {
        await using var server = await ChatServerDouble.SayingAsync("Heat");
        var recommender = ChatTasks.Recommender(server).WithTelemetry(name);
        await recommender.RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        var trace = Assert.Single(activities);
        Assert.Equal("chat", trace.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("openai", trace.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("m", trace.GetTagItem("gen_ai.request.model"));
        Assert.Equal((server.Address.Host, server.Address.Port), (trace.GetTagItem("server.address"), trace.GetTagItem("server.port")));
        Assert.Equal((30, 7), (trace.GetTagItem("gen_ai.usage.input_tokens"), trace.GetTagItem("gen_ai.usage.output_tokens")));
    }

    [Fact]
    public async Task A_streamed_call_and_one_that_is_cancelled_are_counted_too()
    {
        await using var server = await ChatServerDouble.InTurnAsync(static context => Reply.Stream(context, ["1. Heat\n2. Ronin"]), Reply.Silence);
        var recommender = ChatTasks.Recommender(server).WithTelemetry(name);
        var task = ChatTasks.Rank("Heat", "Ronin");
        var succeeded = 0;
        await foreach (var update in recommender.StreamAsync(task, task.StreamRanking()))
        {
            succeeded += update.Result?.Succeeded == true ? 1 : 0;
        }

        Assert.Equal(1, succeeded);

        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recommender.RankAsync(task, cancel.Token));
        Assert.Equal(2, Sum(ItdrTelemetry.Calls));
        Assert.Equal(30, Sum(ItdrTelemetry.Tokens, "itdr.token.type", "input"));
        Assert.Equal(1, Sum(ItdrTelemetry.Failures, "error.type", "Cancelled"));
    }

    [Fact]
    public async Task Nothing_that_is_traced_or_counted_holds_text_of_tasks_or_answers()
    {
        await using var server = await ChatServerDouble.SayingAsync("a private answer");
        await ChatTasks.Recommender(server).WithTelemetry(name).RecommendNextAsync(ChatTasks.Next("Private title", "Ronin"));
        var all = string.Join('\n', measured.SelectMany(static one => one.Tags).Concat(activities.SelectMany(static activity => activity.TagObjects)).Select(static tag => $"{tag.Key}={tag.Value}"));
        Assert.NotEmpty(all);
        Assert.DoesNotContain("private", all, StringComparison.OrdinalIgnoreCase);
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = new Dictionary<string, object?>(tags.ToArray());
        if (Equals(all["itdr.recommender"], name))
        {
            measured.Enqueue((instrument.Name, value, all));
        }
    }

    private double Sum(string instrument, string? tag = null, string? value = null) =>
        measured.Where(one => one.Instrument == instrument && (tag is null || Equals(one.Tags.GetValueOrDefault(tag), value))).Sum(static one => one.Value);
}
