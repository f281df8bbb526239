using Itdr.LLamaSharp.Tests.Gguf;
using Itdr.Subtasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Itdr.LLamaSharp.Tests;

/// <summary>Typed calls on a model in process, and its place among an app's services.</summary>
public sealed class RecommenderTests(WrittenModel models) : IClassFixture<WrittenModel>
{
    private static readonly TopKRecommendation Ranking = new(ItemDomain.Movies, [new("Heat"), new("Night Train")], [new("A"), new("The Quiet Harbor"), new("Paper Boats")]);

    [LlamaFact]
    public async Task A_model_named_in_an_apps_services_answers_typed_calls()
    {
        await using var provider = new ServiceCollection().AddItdr().UseLLamaSharp(options => Copy(Models.Options(models.Chat), options)).Services.BuildServiceProvider();
        var result = await provider.GetRequiredService<IRecommender>().RankAsync(Ranking);
        Assert.Equal(Ranking.Candidates.Select(item => item.Title).Order(), result.Value.Ranking.Select(item => item.Title).Order());
        Assert.True(result.Usage!.OutputTokens > 0);
    }

    [LlamaFact]
    public async Task A_ranking_of_a_model_in_an_apps_services_arrives_place_by_place()
    {
        await using var provider = new ServiceCollection().AddItdr().UseLLamaSharp(options => Copy(Models.Options(models.Chat), options)).Services.BuildServiceProvider();
        var recommender = Assert.IsAssignableFrom<IStreamingRecommender>(provider.GetRequiredService<IRecommender>());
        var updates = new List<RankingUpdate<Item, TopKRecommendation.Answer>>();
        await foreach (var update in recommender.StreamAsync(Ranking, Ranking.StreamRanking()))
        {
            updates.Add(update);
        }

        Assert.Equal([1, 1, 1], updates.Select(static update => update.Items.Count));
        var result = updates[^1].Result!;
        Assert.Equal(result.Value.Ranking, updates.SelectMany(static update => update.Items));
        Assert.Equal((await recommender.RankAsync(Ranking)).Text, result.Text);
    }

    [LlamaFact]
    public async Task A_model_that_could_not_be_loaded_is_loaded_anew_at_the_next_call()
    {
        var loads = 0;
        await using var recommender = new LoadingRecommender(async () => ++loads == 1
            ? throw new LLamaSharpException(LLamaSharpError.NoMemory, "There is no memory.")
            : new LLamaSharpRecommender(await Models.LoadAsync(models.Chat)));
        Assert.Equal("There is no memory.", (await Assert.ThrowsAsync<LLamaSharpException>(() => recommender.RankAsync(Ranking))).Message);
        Assert.True((await recommender.RankAsync(Ranking)).Succeeded);
        Assert.True((await recommender.RankAsync(Ranking)).Succeeded);
        Assert.Equal(2, loads);
    }

    [Fact]
    public async Task Disposal_while_a_model_fails_to_load_is_quiet()
    {
        var gate = new TaskCompletionSource();
        var recommender = new LoadingRecommender(async () =>
        {
            await gate.Task;
            throw new LLamaSharpException(LLamaSharpError.NoMemory, "There is no memory.");
        });
        var call = recommender.RankAsync(Ranking);
        var disposal = recommender.DisposeAsync();
        gate.SetResult();
        await disposal;
        await Assert.ThrowsAsync<LLamaSharpException>(() => call);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => recommender.RankAsync(Ranking));
    }

    [Fact]
    public void Options_without_a_usable_model_are_refused_when_the_app_starts()
    {
        var services = new ServiceCollection();
        services.AddItdr().UseLLamaSharp(options => options.ModelPath = models.File("absent.gguf"));
        services.AddItdr("none").UseLLamaSharp(options => options.MaxSequences = 0);
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<LLamaSharpOptions>>();
        Assert.Contains("There is no file", Assert.Throws<OptionsValidationException>(() => options.CurrentValue).Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Throws<OptionsValidationException>(() => options.Get("none")).Failures.Count());
    }

    [LlamaFact]
    public async Task A_model_trained_with_another_template_is_warned_of_once_and_again_after_a_swap()
    {
        var path = (RandomLlama.Tiny with { Metadata = new Dictionary<string, string> { ["itdr.template.top-k"] = "0123" } }).Write(models.File("other-template.gguf"), Models.Vocabulary);
        using var log = new KeptLog();
        await using var recommender = new LLamaSharpRecommender(await Models.LoadAsync(path), logger: log);
        await recommender.RankAsync(Ranking);
        await recommender.RankAsync(Ranking);
        var warning = Assert.Single(log.Warnings);
        Assert.Contains("top-k (0123)", warning, StringComparison.Ordinal);
        Assert.Contains(TopKRecommendation.Descriptor.TemplateHash, warning, StringComparison.Ordinal);
        var adapter = RandomLlama.Tiny.WriteAdapter(models.File("same-template.gguf"), metadata: new Dictionary<string, string> { ["itdr.template.top-k"] = TopKRecommendation.Descriptor.TemplateHash });
        await recommender.SetAdaptersAsync([new LoraSetting(adapter)]);
        await recommender.RankAsync(Ranking);
        Assert.Single(log.Warnings);
    }

    private static void Copy(LLamaSharpOptions from, LLamaSharpOptions to) =>
        (to.ModelPath, to.NativeFolder, to.Backend, to.ContextSize, to.Threads) = (from.ModelPath, from.NativeFolder, from.Backend, from.ContextSize, from.Threads);

    private sealed class KeptLog : ILogger, IDisposable
    {
        public List<string> Warnings { get; } = [];

        public IDisposable BeginScope<TState>(TState state)
            where TState : notnull => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                Warnings.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
