using Itdr.Datasets.Sources.Mind;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The last of what a user clicked before the log began is the history, and the first clicks in the log are the positives.</summary>
/// <param name="domain">What the items are.</param>
internal sealed class ClickedTopKRecipe(ItemDomain domain) : TopKRecipe(domain, hasTimes: true)
{
    public override IReadOnlyList<RowNeed> RowsNeeded(CellSettings settings, CellPart part) =>
        [new RowNeed(settings.Whole(SettingKinds.History) + settings.Whole(SettingKinds.Positives))];

    protected override (List<Interaction> History, List<Interaction> Positives)? Split(UserHistory user, CellContext context)
    {
        var (history, positives) = (context.Settings.Whole(SettingKinds.History), context.Settings.Whole(SettingKinds.Positives));
        var before = user.Interactions.Where(static one => one.Rating < MindInteractions.Click).TakeLast(history).ToList();
        var clicks = user.Interactions.Where(static one => one.Rating >= MindInteractions.Click).Take(positives).ToList();
        return before.Count == history && clicks.Count == positives ? (before, clicks) : null;
    }
}
