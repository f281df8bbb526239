using Itdr.Instances;
using Itdr.Subtasks;
using static Itdr.Evaluation.Tests.Baselines.TrainingData;

namespace Itdr.Evaluation.Tests.Baselines;

public class BaselineTests
{
    [Fact]
    public async Task Popularity_ranks_by_the_users_of_the_train_split_and_keeps_the_order_of_equals()
    {
        using var data = new TestDataset().Cell("films", Split.Train, Ranking("1", "A", "B"), Ranking("2", "A", "C"), Ranking("3", "B", "A"));

        var answer = await Fit("popularity", data).AnswerAsync(Task("X", "never seen", "C", "B", "also never seen", "A"));

        Assert.Equal(["A", "B", "C", "never seen", "also never seen"], answer.Value.Ranking.Select(static item => item.Title));
        Assert.Empty(answer.Repairs);
    }

    [Fact]
    public async Task A_user_who_stands_in_several_cells_counts_once()
    {
        using var data = new TestDataset()
            .Cell("films", Split.Train, Ranking("1", "A", "B"), Ranking("2", "B", "C"))
            .Cell("films", Split.Train, Rating("1", 5, "A", ("A", 5)), Rating("1b", 5, "A", ("A", 5)) with { User = "1" });

        var answer = await Fit("popularity", data).AnswerAsync(Task("X", "A", "B"));

        Assert.Equal(["B", "A"], answer.Value.Ranking.Select(static item => item.Title));
    }

    [Fact]
    public async Task Co_occurrence_puts_first_what_shares_users_with_the_history()
    {
        // Everybody likes A; whoever likes B likes D.
        using var data = new TestDataset().Cell("films", Split.Train, Ranking("1", "B", "D"), Ranking("2", "B", "D"), Ranking("3", "A", "C"), Ranking("4", "A", "E"), Ranking("5", "A", "F"));

        var answer = await Fit("co-occurrence", data).AnswerAsync(Task("B", "A", "C", "D"));

        Assert.Equal(["D", "A", "C"], answer.Value.Ranking.Select(static item => item.Title));
    }

    [Theory]
    [InlineData("user-mean", 2)]
    [InlineData("item-mean", 5)]
    [InlineData("majority", 4)]
    public async Task Ratings_are_answered_by_their_means(string name, int expected)
    {
        // All train answers: 5, 5, 1, 5. Ratings of T: 5, 5. The user's own: 2 and 2.
        using var data = new TestDataset().Cell("films", Split.Train, Rating("1", 5, "T", ("U", 1)), Rating("2", 5, "T", ("U", 2)), Rating("3", 1, "V", ("U", 3)), Rating("4", 5, "V", ("W", 3)));

        var answer = await Fit(name, data).AnswerAsync(Rating("test", 1, "T", ("Q", 2), ("W", 2)).Task);

        Assert.Equal(expected, answer.Value.Rating);
    }

    [Fact]
    public void Biases_are_those_that_alternating_least_squares_gives()
    {
        TrainingRating[] ratings = [new(1, "A", 5), new(1, "B", 3), new(2, "A", 4)];

        var model = BiasModel.Fit(ratings, new BiasOptions(ItemRegularization: 1, UserRegularization: 1, Rounds: 1, WithUsers: true));

        // Mean 4. A: (1 + 0) / 3, B: -1 / 2. A new user who gave B a 5: (5 - 4 + 1/2) / 2.
        Assert.Equal(4, model.Mean);
        Assert.Equal(4 + (1.0 / 3), model.Predict("A", []), 12);
        Assert.Equal(4 + (1.0 / 3) + 0.75, model.Predict("A", [new Mention("B", 5)]), 12);
        Assert.Equal(4.5 / 1, model.Predict(null, [new Mention("unknown", 5)]), 12);
    }

    [Fact]
    public async Task An_item_and_a_user_without_ratings_get_the_mean_of_the_kind_of_task()
    {
        using var data = new TestDataset().Cell("films", Split.Train, [.. Enumerable.Range(0, 4).Select(static user => Rating($"{user}", 4, $"T{user}", ("U", 4)))]);

        var answer = await Fit("bias", data).AnswerAsync(Rating("test", 1, "unknown").Task);

        Assert.Equal(4, answer.Value.Rating);
    }

    [Fact]
    public async Task The_majority_answers_the_attributes_that_such_tasks_have()
    {
        using var data = new TestDataset().Cell("films", Split.Train, Person("1", "F", 20), Person("2", "F", 30), Person("3", "M", 40));

        var answer = await Fit("majority", data).AnswerAsync(Person("4", "M", 1).Task);

        Assert.Equal(new UserAttributePrediction.Answer(Gender: "F", Age: 30), answer.Value);
    }

    [Fact]
    public async Task The_nearest_text_is_answered_with_its_own_answer()
    {
        using var data = new TestDataset().Cell("films", Split.Train, Interests("1", "dragons and castles", "Likes fantasy."), Interests("2", "robots in space", "Likes science fiction."), Interests("3", "a murder at sea", "Likes crime."));

        var answer = await Fit("nearest", data, withTexts: true).AnswerAsync(Interests("4", "a robot that dreams of space", "?").Task);

        Assert.Equal("Likes science fiction.", answer.Value.Summary);
    }

    [Fact]
    public void What_is_drawn_depends_on_the_seed_and_the_task_alone()
    {
        using var data = new TestDataset().Cell("films", Split.Train, Ranking("1", "A", "B"));
        var tasks = Enumerable.Range(0, 50).Select(static number => Task($"seen {number}", "A", "B", "C", "D", "E")).ToList();

        string[] Texts(ulong seed, IEnumerable<TopKRecommendation> asked) => [.. asked.Select(task => Fit("random", data, seed: seed).AnswerAsync(task).Result.Text)];

        Assert.Equal(Texts(1, tasks), Texts(1, tasks.AsEnumerable().Reverse()).Reverse());
        Assert.NotEqual(Texts(1, tasks), Texts(2, tasks));
        Assert.True(Texts(1, tasks).Distinct().Count() > 20);
    }

    [Fact]
    public async Task A_drawn_rating_is_a_point_of_the_scale_each_as_often()
    {
        using var data = new TestDataset().Cell("films", Split.Train, Rating("1", 5, "A"));
        var random = Fit("random", data);
        var drawn = new int[6];
        for (var user = 0; user < 1000; user++)
        {
            drawn[(int)(await random.AnswerAsync(Rating($"{user}", 1, $"item {user}").Task)).Value.Rating]++;
        }

        Assert.All(drawn.Skip(1), static count => Assert.InRange(count, 150, 250));
    }

    [Fact]
    public async Task What_a_baseline_cannot_answer_it_says_clearly()
    {
        using var data = new TestDataset().Cell("films", Split.Train, Ranking("1", "A", "B")).Cell("films", Split.Train, Rating("1", 5, "A"));
        var popularity = Fit("popularity", data);

        Assert.Null(popularity.WhyNot(TopKRecommendation.Descriptor));
        Assert.Equal("popularity cannot answer rating-prediction: its slot Rating is a number, and the baseline answers only a choice among candidates or a ranking of candidates.", popularity.WhyNot(RatingPrediction.Descriptor));
        Assert.Equal("popularity cannot answer user-attributes: no train answer has any of its slots.", popularity.WhyNot(UserAttributePrediction.Descriptor));
        var answer = await popularity.AnswerAsync(Rating("2", 1, "A").Task);
        Assert.False(answer.Succeeded);
        Assert.Equal("Rating at character 0: expected a number, and the baseline popularity answers only a choice among candidates or a ranking of candidates, found no answer.", answer.Failure!.Message);
    }

    [Fact]
    public void A_file_of_another_split_is_refused()
    {
        using var data = new TestDataset().Cell("films", Split.Test, Ranking("1", "A", "B"));

        var error = Assert.Throws<ArgumentException>(() => Fit("popularity", data));

        Assert.StartsWith("top-k.films.test.jsonl is not of the train split; baselines are fitted on that alone.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_answer_is_a_label_that_reads_back_without_repair(string name)
    {
        using var data = new TestDataset()
            .Cell("films", Split.Train, Ranking("1", "A", "B"), Ranking("2", "C", "1. D\"é😀"))
            .Cell("films", Split.Train, Rating("1", 5, "A", ("B", 4)), Rating("2", 3, "B"))
            .Cell("films", Split.Train, Person("1", "F", 20), Person("2", "M", 30))
            .Cell("films", Split.Train, Interests("1", "one", "First."), Interests("2", "two", "Second."))
            .Cell("odd", Split.Train, Texts("1"), Texts("2"));
        var baseline = Fit(name, data, withTexts: true);

        var answered = await Read(baseline, Task("A", "C", "1. D\"é😀", "B")) + await Read(baseline, Rating("9", 1, "A", ("B", 2)).Task)
            + await Read(baseline, Person("9", "F", 1).Task) + await Read(baseline, Interests("9", "two", "?").Task) + await Read(baseline, Texts("9").Task);

        Assert.InRange(answered, 1, 5);
    }

    public static TheoryData<string> Names => [.. BaselineCatalog.All.Select(static info => info.Name)];

    private static async Task<int> Read<TSubtask, TAnswer>(Baseline baseline, ISubtask<TSubtask, TAnswer> task)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        if (baseline.WhyNot(TSubtask.Descriptor) is not null)
        {
            return 0;
        }

        var answer = await baseline.AnswerAsync(task);
        Assert.True(answer.Succeeded, answer.Failure?.Message);
        Assert.Empty(answer.Repairs);
        Assert.Equal(answer.Text, TSubtask.Descriptor.Label((TSubtask)task, answer.Value));
        return 1;
    }
}
