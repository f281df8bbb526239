namespace Itdr.Evaluation;

/// <summary>
/// Ratings as a global mean, a bias of the item and one of the user: r = μ + b_item + b_user, with squared biases held
/// down by regularisation, fitted by alternating least squares (Koren 2010, section 2.1). With b_user left out and no
/// regularisation it is the items' means.
/// </summary>
internal sealed class BiasModel
{
    private readonly Dictionary<string, double> items;
    private readonly BiasOptions options;

    private BiasModel(double mean, Dictionary<string, double> items, BiasOptions options)
    {
        Mean = mean;
        this.items = items;
        this.options = options;
    }

    /// <summary>The mean of all ratings.</summary>
    public double Mean { get; }

    public static BiasModel Fit(IReadOnlyList<TrainingRating> ratings, BiasOptions options)
    {
        var mean = ratings.Average(static rating => rating.Value);
        var items = new Dictionary<string, double>(StringComparer.Ordinal);
        var users = new Dictionary<int, double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            items = Biases(ratings, static rating => rating.Item, rating => rating.Value - mean - users.GetValueOrDefault(rating.User), options.ItemRegularization);
            if (options.WithUsers)
            {
                users = Biases(ratings, static rating => rating.User, rating => rating.Value - mean - items[rating.Item], options.UserRegularization);
            }
        }

        return new BiasModel(mean, items, options);
    }

    /// <summary>The rating of an item by a user of whom only some ratings are known.</summary>
    public double Predict(string? item, IEnumerable<Mention> rated)
    {
        var user = 0.0;
        if (options.WithUsers)
        {
            var residuals = rated.Where(static mention => mention.Number is not null).Select(mention => mention.Number!.Value - Mean - ItemBias(mention.Key)).ToList();
            user = residuals.Sum() / (options.UserRegularization + residuals.Count);
        }

        return Mean + ItemBias(item) + user;
    }

    private double ItemBias(string? item) => item is null ? 0 : items.GetValueOrDefault(item);

    private static Dictionary<TKey, double> Biases<TKey>(
        IReadOnlyList<TrainingRating> ratings, Func<TrainingRating, TKey> keyOf, Func<TrainingRating, double> residual, double regularization)
        where TKey : notnull
    {
        var sums = new Dictionary<TKey, (double Sum, int Count)>();
        foreach (var rating in ratings)
        {
            var (sum, count) = sums.GetValueOrDefault(keyOf(rating));
            sums[keyOf(rating)] = (sum + residual(rating), count + 1);
        }

        return sums.ToDictionary(static pair => pair.Key, pair => pair.Value.Sum / (pair.Value.Count + regularization));
    }
}

/// <summary>How a <see cref="BiasModel"/> is fitted.</summary>
/// <param name="ItemRegularization">How many ratings at the mean each item is thought to have besides its own.</param>
/// <param name="UserRegularization">The same of users.</param>
/// <param name="Rounds">How often the two kinds of biases are fitted in turn.</param>
/// <param name="WithUsers">Whether users have a bias.</param>
internal sealed record BiasOptions(double ItemRegularization, double UserRegularization, int Rounds, bool WithUsers)
{
    /// <summary>The items' means.</summary>
    public static BiasOptions ItemMeans { get; } = new(0, 1, 1, WithUsers: false);

    /// <summary>Both biases.</summary>
    public static BiasOptions ItemsAndUsers { get; } = new(10, 5, 10, WithUsers: true);
}
