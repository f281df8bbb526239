using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The last rating of a user in time, or in the file where the source has no time, is asked for; those before it are the history. What is below the scale is no rating.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="scale">The scale of the ratings.</param>
/// <param name="history">The most ratings in the history.</param>
/// <param name="minRatings">The ratings that a user must have.</param>
/// <param name="hasTimes">Whether the source has times, so that the prompt may tell of the order.</param>
/// <param name="show">How an item is shown; by its title alone if nothing else is said.</param>
internal sealed class RatingPredictionRecipe(ItemDomain domain, RatingScale scale, int history, int minRatings, bool hasTimes = true, Func<CatalogItem, Item>? show = null)
    : UserRecipe<RatingPrediction, RatingPrediction.Answer>
{
    private readonly Func<CatalogItem, Item> show = show ?? PromptItem.Of;

    public override IReadOnlyList<CellSettingInfo> Settings { get; } =
        [SettingKinds.OfHistory(history), SettingKinds.OfMinRatings(minRatings)];

    public override IReadOnlyList<RowNeed> RowsNeeded(CellSettings settings, CellPart part) =>
        [new RowNeed(settings.Whole(SettingKinds.MinRatings)) { Group = part.Group, MinRating = scale.Minimum }];

    protected override bool IsEligible(UserHistory user, CellContext context) =>
        Rated(user).Count() >= context.Settings.Whole(SettingKinds.MinRatings);

    protected override Draft<RatingPrediction, RatingPrediction.Answer> Make(UserHistory user, CellContext context)
    {
        var rated = Rated(user).ToList();
        var target = rated[^1];
        var before = rated.SkipLast(1).TakeLast(context.Settings.Whole(SettingKinds.History));
        var task = new RatingPrediction(
            context.DomainOr(domain),
            scale,
            [.. before.Select(one => new RatedItem(show(context.Items[one.Item]), Rating(one)))],
            show(context.Items[target.Item]))
        {
            HistoryOrder = hasTimes ? HistoryOrder.OldestFirst : null,
        };
        return new Draft<RatingPrediction, RatingPrediction.Answer>(task, new RatingPrediction.Answer(Rating(target)));
    }

    private IEnumerable<Interaction> Rated(UserHistory user) => user.Interactions.Where(one => one.Rating >= (float)scale.Minimum);

    private decimal Rating(Interaction interaction) => scale.Normalize((decimal)interaction.Rating);
}
