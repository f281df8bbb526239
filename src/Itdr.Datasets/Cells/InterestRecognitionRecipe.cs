using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>What a user liked and disliked, with a text about each, is to be summed up. The label comes from a teacher model.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="opinions">From which ratings on a user liked or disliked an item; null where the source has no ratings and the items are shown as reviewed.</param>
/// <param name="text">What is told of an item.</param>
/// <param name="most">The most items of each kind.</param>
/// <param name="least">The items of each kind that a user must have.</param>
/// <param name="textCharacters">The characters at which a text is cut, at a word.</param>
internal sealed class InterestRecognitionRecipe(ItemDomain domain, Opinions? opinions, InterestText text, int most, int least, int textCharacters)
    : UserRecipe<InterestRecognition, InterestRecognition.Answer>
{
    private const string MinLiked = "min-liked-rating";
    private const string MaxDisliked = "max-disliked-rating";
    private const string Most = "most";
    private const string Least = "least";
    private const string TextCharacters = "text-characters";

    /// <summary>Some reviews have no text, so a few more are looked at than are shown.</summary>
    private const int Spare = 3;

    public override IReadOnlyList<CellSettingInfo> Settings { get; } =
    [
        .. opinions is null ? Array.Empty<CellSettingInfo>() :
        [
            new(MinLiked, opinions.MinLiked, opinions.Scale.Minimum, opinions.Scale.Maximum, IsWhole: false, "lowest rating of what the user liked"),
            new(MaxDisliked, opinions.MaxDisliked, opinions.Scale.Minimum, opinions.Scale.Maximum, IsWhole: false, "highest rating of what the user disliked"),
        ],
        new(Most, most, 1, 100, IsWhole: true, "most items of each kind"),
        new(Least, least, 1, 100, IsWhole: true, "items of each kind that a user must have"),
        new(TextCharacters, textCharacters, 20, 100_000, IsWhole: true, "characters at which a text is cut, at a word"),
    ];

    public override Shortage Shortage { get; } = new("too few items with a text", "of the items that the user has an opinion on, too few have a text.");

    public override IReadOnlyList<RowNeed> RowsNeeded(CellSettings settings, CellPart part) => opinions is null
        ? [new RowNeed(settings.Whole(Least)) { Group = part.Group }]
        :
        [
            new RowNeed(settings.Whole(Least)) { Group = part.Group, MinRating = settings.Number(MinLiked) },
            new RowNeed(settings.Whole(Least)) { Group = part.Group, MinRating = opinions.Scale.Minimum, MaxRating = settings.Number(MaxDisliked) },
        ];

    public override KeptReviews? ReviewsFor(IReadOnlyList<Subject> taken, CellContext context) => !text.IsOfReviews ? null : new UserReviews(
        taken.OfType<UserHistory>().DistinctBy(static user => user.Id).ToDictionary(
            static user => user.Id,
            user => (IReadOnlyList<Interaction>)[.. Kinds(user, context).SelectMany(kind => kind.Take(context.Settings.Whole(Most) + Spare))]));

    protected override bool IsEligible(UserHistory user, CellContext context) =>
        Kinds(user, context).All(kind => kind.Take(context.Settings.Whole(Least)).Count() == context.Settings.Whole(Least));

    protected override Draft<InterestRecognition, InterestRecognition.Answer>? Make(UserHistory user, CellContext context)
    {
        var kinds = Kinds(user, context).Select(kind => Texts(user, kind, context)).ToList();
        if (kinds.Exists(kind => kind.Count < context.Settings.Whole(Least)))
        {
            return null;
        }

        var task = opinions is null
            ? new InterestRecognition(context.DomainOr(domain), [], [], kinds[0])
            : new InterestRecognition(context.DomainOr(domain), kinds[0], kinds[1], []);
        return new Draft<InterestRecognition, InterestRecognition.Answer>(task, Answer: null);
    }

    /// <summary>What the user liked, the best first, and disliked, the worst first; or what was reviewed, what took the user longest first. The most recent comes first among equals.</summary>
    private IEnumerable<Interaction>[] Kinds(UserHistory user, CellContext context)
    {
        if (opinions is null)
        {
            return [user.Interactions.OrderByDescending(static one => one.Rating).ThenByDescending(static one => one)];
        }

        var (liked, disliked, bottom) = ((float)context.Settings.Number(MinLiked), (float)context.Settings.Number(MaxDisliked), (float)opinions.Scale.Minimum);
        return
        [
            user.Interactions.Where(one => one.Rating >= liked).OrderByDescending(static one => one.Rating).ThenByDescending(static one => one),
            user.Interactions.Where(one => one.Rating <= disliked && one.Rating >= bottom).OrderBy(static one => one.Rating).ThenByDescending(static one => one),
        ];
    }

    private List<ItemText> Texts(UserHistory user, IEnumerable<Interaction> kind, CellContext context)
    {
        var reviews = context.Reviews as UserReviews;
        var looked = text.IsOfReviews ? kind.Take(context.Settings.Whole(Most) + Spare) : kind;
        return
        [
            .. looked.Select(one => (Item: context.Items[one.Item], Text: text.Tell(context.Items[one.Item], one, reviews?.Of(user.Id, one.Item), context.Settings.Whole(TextCharacters))))
                .Where(static pair => pair.Text is not null)
                .Take(context.Settings.Whole(Most))
                .Select(static pair => new ItemText(PromptItem.Of(pair.Item), pair.Text!)),
        ];
    }
}

/// <summary>From which ratings on a user liked or disliked an item.</summary>
/// <param name="Scale">The scale of the ratings; what is below it is no rating.</param>
/// <param name="MinLiked">The lowest rating of what a user liked.</param>
/// <param name="MaxDisliked">The highest rating of what a user disliked.</param>
internal sealed record Opinions(RatingScale Scale, decimal MinLiked, decimal MaxDisliked);
