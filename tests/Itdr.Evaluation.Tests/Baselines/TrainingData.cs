using Itdr.Instances;
using Itdr.Subtasks;

namespace Itdr.Evaluation.Tests.Baselines;

/// <summary>Invented instances to learn from.</summary>
internal static class TrainingData
{
    public static Baseline Fit(string name, TestDataset data, bool withTexts = false, ulong seed = 42) =>
        BaselineCatalog.Fit(name, TrainingEvidence.Read(data.Files, TestDataset.Known, withTexts), seed);

    public static TopKRecommendation Task(string seen, params string[] candidates) => new(ItemDomain.Movies, [new Item(seen)], [.. candidates.Select(static title => new Item(title))]);

    /// <summary>A user who saw one item and then chose another before one that nobody knows.</summary>
    public static Instance<TopKRecommendation, TopKRecommendation.Answer> Ranking(string user, string seen, string chosen)
    {
        var task = Task(seen, $"negative of {user}", chosen);
        return new($"top-k.films.{user}", task) { User = user, Answer = new([task.Candidates[1], task.Candidates[0]]), Relevance = [0, 1] };
    }

    public static Instance<RatingPrediction, RatingPrediction.Answer> Rating(string user, decimal rating, string target, params (string Title, decimal Rating)[] history) =>
        new($"rating-prediction.films.{user}", new RatingPrediction(ItemDomain.Movies, RatingScale.FivePoints, [.. history.Select(static rated => new RatedItem(new Item(rated.Title), rated.Rating))], new Item(target)))
        {
            User = user,
            Answer = new(rating),
        };

    public static Instance<UserAttributePrediction, UserAttributePrediction.Answer> Person(string user, string gender, int age) =>
        new($"user-attributes.films.{user}", new UserAttributePrediction(ItemDomain.Movies, [new Item($"seen by {user}")], ["gender", "age"])) { User = user, Answer = new(Gender: gender, Age: age) };

    public static Instance<InterestRecognition, InterestRecognition.Answer> Interests(string user, string text, string summary) =>
        new($"interest-recognition.films.{user}", new InterestRecognition(ItemDomain.Movies, [new ItemText(new Item($"film of {user}"), text)], [], [])) { User = user, Answer = new(summary) };

    public static Instance<TwoTexts, TwoTexts.Answer> Texts(string user) => new($"two-texts.odd.{user}", new TwoTexts($"question {user}")) { Answer = new($"first {user}", $"second {user}") };
}
