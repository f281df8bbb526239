using Itdr.Instances;
using Itdr.Subtasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using static Itdr.Evaluation.Tests.Baselines.TrainingData;

namespace Itdr.Evaluation.Tests.Baselines;

public class BaselineItdrBuilderTests
{
    private static readonly TopKRecommendation Question = Task("B", "A", "C", "D");

    [Fact]
    public async Task A_baseline_is_injected_as_the_recommender_and_learns_from_the_instances_it_is_given()
    {
        await using var provider = new ServiceCollection().AddItdr().UseBaseline(static options => options.Name = "co-occurrence", static _ => Films()).Services.BuildServiceProvider();

        Assert.Equal(["D", "A", "C"], await TitlesOf(provider.GetRequiredService<IRecommender>()));
    }

    [Fact]
    public async Task Baselines_under_keys_have_options_and_evidence_of_their_own()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Films());
        services.AddKeyedSingleton("empty", TrainingEvidence.Nothing);
        services.AddItdr("company").UseBaseline(static options => options.Name = "co-occurrence");
        services.AddItdr("crowd").UseBaseline();
        services.AddItdr("empty").UseBaseline();
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(["D", "A", "C"], await TitlesOf(provider.GetRequiredKeyedService<IRecommender>("company")));
        Assert.Equal(["A", "D", "C"], await TitlesOf(provider.GetRequiredKeyedService<IRecommender>("crowd")));
        Assert.Equal(["A", "C", "D"], await TitlesOf(provider.GetRequiredKeyedService<IRecommender>("empty")));
        Assert.Null(provider.GetService<IRecommender>());
    }

    [Fact]
    public async Task A_name_that_no_baseline_has_is_refused_when_the_app_starts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddItdr("second").UseBaseline(static options => options.Name = "popularty");
        using var app = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.StartsWith("There is no baseline popularty; there is random, popularity, co-occurrence, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seed_of_the_options_decides_what_is_drawn()
    {
        var tasks = Enumerable.Range(0, 20).Select(static number => Task($"seen {number}", "A", "B", "C", "D")).ToList();
        var services = new ServiceCollection();
        services.AddItdr().UseBaseline(static options => (options.Name, options.Seed) = ("random", 7));
        await using var provider = services.BuildServiceProvider();
        var recommender = provider.GetRequiredService<IRecommender>();
        var expected = BaselineCatalog.Fit("random", TrainingEvidence.Nothing, seed: 7);
        var other = BaselineCatalog.Fit("random", TrainingEvidence.Nothing, seed: 8);

        var drawn = await System.Threading.Tasks.Task.WhenAll(tasks.Select(task => TitlesOf(recommender, task)));

        Assert.Equal(await System.Threading.Tasks.Task.WhenAll(tasks.Select(task => TitlesOf(expected, task))), drawn);
        Assert.NotEqual(await System.Threading.Tasks.Task.WhenAll(tasks.Select(task => TitlesOf(other, task))), drawn);
    }

    [Fact]
    public async Task Evidence_from_memory_says_what_the_same_instances_say_from_a_file()
    {
        var rated = new[] { Rating("1", 5, "T", ("U", 1)), Rating("2", 5, "T", ("U", 2)), Rating("3", 1, "V", ("U", 3)), Rating("4", 5, "V", ("W", 3)) };
        using var data = new TestDataset().Cell("films", Split.Train, rated);
        var question = Rating("test", 1, "T", ("Q", 2), ("W", 2)).Task;
        var fromMemory = TrainingEvidence.From(RatingPrediction.Descriptor, rated);

        Assert.Equal(4, fromMemory.Instances);
        foreach (var name in (string[])["item-mean", "bias", "majority", "nearest", "mixed"])
        {
            var expected = await Fit(name, data, withTexts: true).AnswerAsync(question);
            Assert.Equal(expected.Value.Rating, (await BaselineCatalog.Fit(name, fromMemory).AnswerAsync(question)).Value.Rating);
        }
    }

    // Everybody likes A; whoever likes B likes D.
    private static TrainingEvidence Films() => TrainingEvidence.From(
        TopKRecommendation.Descriptor, [Ranking("1", "B", "D"), Ranking("2", "B", "D"), Ranking("3", "A", "C"), Ranking("4", "A", "E"), Ranking("5", "A", "F")]);

    private static async Task<string[]> TitlesOf(IRecommender recommender, TopKRecommendation? task = null) =>
        [.. (await recommender.RankAsync(task ?? Question)).Value.Ranking.Select(static item => item.Title)];
}
