using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>Of what a user liked, the last items in time are the positives and those before them the history.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="liking">The lowest rating of what the user liked, and its scale; null where the source has no ratings and everything counts.</param>
/// <param name="hasTimes">Whether the source has times, so that the prompt may tell of the order; else it is that of the file.</param>
internal sealed class TopKRecipe(ItemDomain domain, Liking? liking, bool hasTimes = true) : UserRecipe<TopKRecommendation, TopKRecommendation.Answer>
{
    public override IReadOnlyList<CellSettingInfo> Settings { get; } =
    [
        .. liking is null ? Array.Empty<CellSettingInfo>() : [SettingKinds.OfMinRating(liking.MinRating, liking.Scale)],
        SettingKinds.OfHistory(5),
        SettingKinds.OfPositives(5),
        SettingKinds.OfNegatives(5),
    ];

    public override IReadOnlyList<RowNeed> RowsNeeded(CellSettings settings, CellPart part) =>
        [new RowNeed(Window(settings)) { Group = part.Group, MinRating = liking is null ? null : settings.Number(SettingKinds.MinRating) }];

    protected override bool IsEligible(UserHistory user, CellContext context) =>
        Liked(user, context).Take(Window(context.Settings)).Count() == Window(context.Settings);

    protected override Draft<TopKRecommendation, TopKRecommendation.Answer>? Make(UserHistory user, CellContext context)
    {
        var window = Liked(user, context).TakeLast(Window(context.Settings)).ToList();
        var positives = window[context.Settings.Whole(SettingKinds.History)..];
        var candidates = CandidateSet.Draw(user, [.. positives.Select(static liked => liked.Item)], context.Settings.Whole(SettingKinds.Negatives), PromptItem.Of, context);
        if (candidates is null)
        {
            return null;
        }

        var task = new TopKRecommendation(
            context.DomainOr(domain),
            [.. window[..^positives.Count].Select(liked => PromptItem.Of(context.Items[liked.Item]))],
            candidates.Items)
        {
            HistoryOrder = hasTimes ? HistoryOrder.OldestFirst : null,
        };

        // Best first: by rating, then the most recent.
        var ranked = positives.OrderByDescending(static liked => liked.Rating).ThenByDescending(static liked => liked);
        var ranking = ranked.Select(liked => candidates.ItemOf(liked.Item)).Concat(candidates.NegativeItems);
        return candidates.Draft(task, new TopKRecommendation.Answer([.. ranking]));
    }

    private static int Window(CellSettings settings) =>
        settings.Whole(SettingKinds.History) + settings.Whole(SettingKinds.Positives);

    private IEnumerable<Interaction> Liked(UserHistory user, CellContext context)
    {
        if (liking is null)
        {
            return user.Interactions;
        }

        var least = (float)context.Settings.Number(SettingKinds.MinRating);
        return user.Interactions.Where(interaction => interaction.Rating >= least);
    }
}

/// <summary>From which rating on a user liked an item.</summary>
/// <param name="Scale">The scale of the ratings.</param>
/// <param name="MinRating">The lowest rating of what a user liked.</param>
internal sealed record Liking(RatingScale Scale, decimal MinRating);
