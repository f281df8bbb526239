using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The last item of a user in time is to be chosen; those before it are the history.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="show">How an item is shown; with its categories if nothing else is said.</param>
internal sealed class NextItemRecipe(ItemDomain domain, Func<CatalogItem, Item>? show = null) : UserRecipe<NextItemRecommendation, NextItemRecommendation.Answer>
{
    private readonly Func<CatalogItem, Item> show = show ?? PromptItem.Tagged;

    public override IReadOnlyList<CellSettingInfo> Settings { get; } = [SettingKinds.OfHistory(5), SettingKinds.OfNegatives(4)];

    public override IReadOnlyList<RowNeed> RowsNeeded(CellSettings settings, CellPart part) =>
        [new RowNeed(settings.Whole(SettingKinds.History) + 1) { Group = part.Group }];

    protected override bool IsEligible(UserHistory user, CellContext context) =>
        user.Interactions.Length > context.Settings.Whole(SettingKinds.History);

    protected override Draft<NextItemRecommendation, NextItemRecommendation.Answer>? Make(UserHistory user, CellContext context)
    {
        var next = user.Interactions[^1].Item;
        var before = user.Interactions[..^1].TakeLast(context.Settings.Whole(SettingKinds.History));
        var candidates = CandidateSet.Draw(user, [next], context.Settings.Whole(SettingKinds.Negatives), show, context);
        if (candidates is null)
        {
            return null;
        }

        var task = new NextItemRecommendation(
            context.DomainOr(domain),
            [.. before.Select(seen => show(context.Items[seen.Item]))],
            candidates.Items)
        {
            HistoryOrder = HistoryOrder.OldestFirst,
        };
        return candidates.Draft(task, new NextItemRecommendation.Answer(candidates.ItemOf(next)));
    }
}
