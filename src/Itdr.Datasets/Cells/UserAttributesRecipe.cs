using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>What a source says of a user is to be told from the items that the user rated highest, or played most.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="attributes">What is asked for.</param>
/// <param name="show">How an item is shown.</param>
/// <param name="items">The most items shown.</param>
internal sealed class UserAttributesRecipe(ItemDomain domain, UserAttributes attributes, Func<CatalogItem, Item> show, int items)
    : UserRecipe<UserAttributePrediction, UserAttributePrediction.Answer>
{
    /// <summary>The items that a user must have.</summary>
    public int MinItems { get; init; } = 1;

    /// <summary>
    /// The lowest rating of an item that is shown, if the user gave such a rating at all; a user who never did is shown with
    /// whatever there is. Null shows the highest rated in any case.
    /// </summary>
    public decimal? MinRating { get; init; }

    /// <summary>The scale of <see cref="MinRating"/>.</summary>
    public RatingScale? Scale { get; init; }

    public override IReadOnlyList<CellSettingInfo> Settings =>
    [
        SettingKinds.OfItems(items),
        SettingKinds.OfMinItems(MinItems),
        .. MinRating is { } least && Scale is not null ? [SettingKinds.OfMinRating(least, Scale)] : Array.Empty<CellSettingInfo>(),
        .. attributes.Settings,
    ];

    protected override bool IsEligible(UserHistory user, CellContext context) =>
        user.Interactions.Length >= context.Settings.Whole(SettingKinds.MinItems)
        && context.Users.Find(user.Id) is { } profile
        && attributes.IsEnough(attributes.Plausible(profile, context.Settings));

    protected override Draft<UserAttributePrediction, UserAttributePrediction.Answer> Make(UserHistory user, CellContext context)
    {
        var known = attributes.Plausible(context.Users.Find(user.Id)!, context.Settings);
        var asked = attributes.Known(known);
        var task = new UserAttributePrediction(domain, [.. Shown(user, context).Select(rated => show(context.Items[rated.Item]))], asked)
        {
            Forms = attributes.Forms.Where(form => asked.Contains(form.Name)).ToList() is { Count: > 0 } forms ? forms : null,
        };
        return new Draft<UserAttributePrediction, UserAttributePrediction.Answer>(
            task,
            new UserAttributePrediction.Answer(known.Country, known.Location, known.Gender, known.AgeGroup, known.Age, known.BirthYear, known.Occupation));
    }

    /// <summary>The highest rated, and of those the most recent: the same order as that of a label.</summary>
    private IEnumerable<Interaction> Shown(UserHistory user, CellContext context)
    {
        var least = MinRating is null ? 0 : (float)context.Settings.Number(SettingKinds.MinRating);
        var liked = user.Interactions.Where(rated => rated.Rating >= least).ToList();
        return (liked.Count > 0 ? liked : [.. user.Interactions])
            .OrderByDescending(static rated => rated.Rating)
            .ThenByDescending(static rated => rated.Time)
            .ThenByDescending(static rated => rated.Item)
            .Take(context.Settings.Whole(SettingKinds.Items));
    }
}
