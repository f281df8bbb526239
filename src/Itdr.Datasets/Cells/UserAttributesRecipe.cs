using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>What a source says of a user is to be told from the items that the user rated highest.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="items">The most items shown.</param>
/// <param name="forms">How the source writes the attributes.</param>
internal sealed class UserAttributesRecipe(ItemDomain domain, int items, IReadOnlyList<AttributeForm> forms)
    : Recipe<UserAttributePrediction, UserAttributePrediction.Answer>
{
    public override IReadOnlyList<CellSettingInfo> Settings { get; } = [SettingKinds.OfItems(items)];

    public override bool IsEligible(UserHistory user, CellContext context) =>
        user.Interactions.Length > 0 && context.Users.Find(user.Id) is { } profile && Attributes(profile).Count > 0;

    public override Draft<UserAttributePrediction, UserAttributePrediction.Answer> Make(UserHistory user, CellContext context)
    {
        // The highest rated, and of those the most recent: the same order as that of a label.
        var best = user.Interactions
            .OrderByDescending(static rated => rated.Rating)
            .ThenByDescending(static rated => rated.Time)
            .ThenByDescending(static rated => rated.Item)
            .Take(context.Settings.Whole(SettingKinds.Items));
        var profile = context.Users.Find(user.Id)!;
        var asked = Attributes(profile);
        var task = new UserAttributePrediction(domain, [.. best.Select(rated => PromptItem.Tagged(context.Items[rated.Item]))], asked)
        {
            Forms = [.. forms.Where(form => asked.Contains(form.Name))],
        };
        return new Draft<UserAttributePrediction, UserAttributePrediction.Answer>(
            task,
            new UserAttributePrediction.Answer(Gender: profile.Gender, AgeGroup: profile.AgeGroup, Occupation: profile.Occupation));
    }

    /// <summary>The names of the attributes that are known, as the answer writes them and in its order.</summary>
    private static List<string> Attributes(UserProfile profile)
    {
        (string Name, string? Value)[] all = [("gender", profile.Gender), ("age group", profile.AgeGroup), ("occupation", profile.Occupation)];
        return [.. all.Where(static attribute => attribute.Value is not null).Select(static attribute => attribute.Name)];
    }
}
