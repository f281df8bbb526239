using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>Who an item suits is to be told from what the source says of it and from reviews. The label comes from a teacher model.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="properties">The names of the properties shown, in their order; what the source does not tell of an item is left out.</param>
/// <param name="reviews">The most reviews shown; 0 for a source without reviews.</param>
internal sealed class TargetUsersRecipe(ItemDomain domain, IReadOnlyList<string> properties, int reviews = 0)
    : ItemRecipe<TargetUserIdentification, TargetUserIdentification.Answer>
{
    private const string MinInteractions = "min-interactions";
    private const string TextCharacters = "text-characters";
    private const string Reviews = "reviews";
    private const string ReviewCharacters = "review-characters";

    public override IReadOnlyList<CellSettingInfo> Settings { get; } =
    [
        new(MinInteractions, 5, 1, 100_000, IsWhole: true, "interactions that an item must have"),
        new(TextCharacters, 1000, 20, 100_000, IsWhole: true, "characters at which a property is cut, at a word"),
        .. reviews == 0 ? Array.Empty<CellSettingInfo>() :
        [
            new(Reviews, reviews, 0, 100, IsWhole: true, "most reviews shown"),
            new(ReviewCharacters, 500, 1, 100_000, IsWhole: true, "characters that a review must stay under"),
        ],
    ];

    public override KeptReviews? ReviewsFor(IReadOnlyList<Subject> taken, CellContext context) => reviews == 0 ? null : new ItemReviews(
        taken.OfType<SampledItem>().Select(static item => item.Index).ToHashSet(), context.Settings.Whole(Reviews), context.Settings.Whole(ReviewCharacters));

    protected override bool IsEligible(SampledItem item, CellContext context) => item.Rows >= context.Settings.Whole(MinInteractions);

    protected override Draft<TargetUserIdentification, TargetUserIdentification.Answer> Make(SampledItem item, CellContext context)
    {
        var target = context.Items[item.Index];
        var known = properties.Select(name => (Name: name, Value: target.PropertyOf(name))).Where(static property => property.Value is not null);
        var task = new TargetUserIdentification(
            context.DomainOr(domain),
            PromptItem.Of(target),
            [.. known.Select(property => new ItemProperty(property.Name, TitleCleaning.CutAtWord(property.Value!, context.Settings.Whole(TextCharacters))))],
            (context.Reviews as ItemReviews)?.Of(item.Index) ?? []);
        return new Draft<TargetUserIdentification, TargetUserIdentification.Answer>(task, Answer: null);
    }
}
