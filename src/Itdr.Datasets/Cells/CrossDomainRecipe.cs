using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>
/// Of what a user liked in one part of a source, the last items in time are the positives and those before them the history; what
/// the user liked in another part, before the first positive, is known as well.
/// </summary>
/// <param name="liking">The lowest rating of what the user liked, and its scale.</param>
internal sealed class CrossDomainRecipe(Liking liking) : UserRecipe<CrossDomainRecommendation, CrossDomainRecommendation.Answer>
{
    private const string SourceHistory = "source-history";

    public override IReadOnlyList<CellSettingInfo> Settings { get; } =
    [
        SettingKinds.OfMinRating(liking.MinRating, liking.Scale),
        new(SourceHistory, 5, 1, 100, IsWhole: true, "items of the other domain, before the first positive"),
        SettingKinds.OfHistory(5),
        SettingKinds.OfPositives(5),
        SettingKinds.OfNegatives(5),
    ];

    public override IReadOnlyList<RowNeed> RowsNeeded(CellSettings settings, CellPart part) =>
    [
        new RowNeed(settings.Whole(SourceHistory)) { Group = part.SourceGroup, MinRating = settings.Number(SettingKinds.MinRating) },
        new RowNeed(Window(settings)) { Group = part.Group, MinRating = settings.Number(SettingKinds.MinRating) },
    ];

    protected override bool IsEligible(UserHistory user, CellContext context) => Chosen(user, context) is not null;

    protected override Draft<CrossDomainRecommendation, CrossDomainRecommendation.Answer>? Make(UserHistory user, CellContext context)
    {
        var chosen = Chosen(user, context)!;
        var candidates = CandidateSet.Draw(user, [.. chosen.Positives.Select(static liked => liked.Item)], context.Settings.Whole(SettingKinds.Negatives), PromptItem.Of, context);
        if (candidates is null)
        {
            return null;
        }

        var task = new CrossDomainRecommendation(
            context.Part.SourceDomain!, Shown(chosen.Source, context), context.Part.Domain!, Shown(chosen.History, context), candidates.Items)
        {
            HistoryOrder = HistoryOrder.OldestFirst,
        };
        return candidates.Draft(task, new CrossDomainRecommendation.Answer(candidates.Ranking(chosen.Positives)));
    }

    private static List<Item> Shown(IEnumerable<Interaction> interactions, CellContext context) =>
        [.. interactions.Select(liked => PromptItem.Of(context.Items[liked.Item]))];

    private static int Window(CellSettings settings) => settings.Whole(SettingKinds.History) + settings.Whole(SettingKinds.Positives);

    /// <summary>What is taken of the user, or null if there is too little.</summary>
    private static ChosenItems? Chosen(UserHistory user, CellContext context)
    {
        var least = (float)context.Settings.Number(SettingKinds.MinRating);
        var liked = user.Interactions.Where(interaction => interaction.Rating >= least).ToLookup(interaction => context.Items.GroupOf(interaction.Item));
        var window = liked[context.Part.Group!].TakeLast(Window(context.Settings)).ToList();
        if (window.Count < Window(context.Settings))
        {
            return null;
        }

        var positives = window[context.Settings.Whole(SettingKinds.History)..];
        var source = liked[context.Part.SourceGroup!].Where(one => one < positives[0]).TakeLast(context.Settings.Whole(SourceHistory)).ToList();
        return source.Count == context.Settings.Whole(SourceHistory) ? new ChosenItems(source, window[..^positives.Count], positives) : null;
    }

    private sealed record ChosenItems(List<Interaction> Source, List<Interaction> History, List<Interaction> Positives);
}
