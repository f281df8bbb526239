using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>What a user turned to after the history is to be ranked before what the user never touched.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="hasTimes">Whether the source has times, so that the prompt may tell of the order; else it is that of the file.</param>
internal abstract class TopKRecipe(ItemDomain domain, bool hasTimes) : UserRecipe<TopKRecommendation, TopKRecommendation.Answer>
{
    public override IReadOnlyList<CellSettingInfo> Settings { get; } =
        [SettingKinds.OfHistory(5), SettingKinds.OfPositives(5), SettingKinds.OfNegatives(5)];

    protected sealed override bool IsEligible(UserHistory user, CellContext context) => Split(user, context) is not null;

    protected sealed override Draft<TopKRecommendation, TopKRecommendation.Answer>? Make(UserHistory user, CellContext context)
    {
        var (history, positives) = Split(user, context)!.Value;
        var candidates = CandidateSet.Draw(user, [.. positives.Select(static liked => liked.Item)], context.Settings.Whole(SettingKinds.Negatives), PromptItem.Of, context);
        if (candidates is null)
        {
            return null;
        }

        var task = new TopKRecommendation(
            context.DomainOr(domain),
            [.. history.Select(liked => PromptItem.Of(context.Items[liked.Item]))],
            candidates.Items)
        {
            HistoryOrder = hasTimes ? HistoryOrder.OldestFirst : null,
        };
        return candidates.Draft(task, new TopKRecommendation.Answer(candidates.Ranking(positives)));
    }

    /// <summary>The history and the positives of a user, each in time order, or null if the user has not enough of them.</summary>
    protected abstract (List<Interaction> History, List<Interaction> Positives)? Split(UserHistory user, CellContext context);
}

/// <summary>Of what a user liked, the last items in time are the positives and those before them the history.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="liking">The lowest rating of what the user liked, and its scale; null where the source has no ratings and everything counts.</param>
/// <param name="hasTimes">Whether the source has times.</param>
internal sealed class LikedTopKRecipe(ItemDomain domain, Liking? liking, bool hasTimes = true) : TopKRecipe(domain, hasTimes)
{
    public override IReadOnlyList<CellSettingInfo> Settings =>
        liking is null ? base.Settings : [SettingKinds.OfMinRating(liking.MinRating, liking.Scale), .. base.Settings];

    public override IReadOnlyList<RowNeed> RowsNeeded(CellSettings settings, CellPart part) =>
    [
        new RowNeed(settings.Whole(SettingKinds.History) + settings.Whole(SettingKinds.Positives))
        {
            Group = part.Group,
            MinRating = liking is null ? null : settings.Number(SettingKinds.MinRating),
        },
    ];

    protected override (List<Interaction> History, List<Interaction> Positives)? Split(UserHistory user, CellContext context)
    {
        var (history, positives) = (context.Settings.Whole(SettingKinds.History), context.Settings.Whole(SettingKinds.Positives));
        var least = liking is null ? 0 : (float)context.Settings.Number(SettingKinds.MinRating);
        var window = user.Interactions.Where(interaction => interaction.Rating >= least).TakeLast(history + positives).ToList();
        return window.Count == history + positives ? (window[..history], window[history..]) : null;
    }
}

/// <summary>From which rating on a user liked an item.</summary>
/// <param name="Scale">The scale of the ratings.</param>
/// <param name="MinRating">The lowest rating of what a user liked.</param>
internal sealed record Liking(RatingScale Scale, decimal MinRating);
