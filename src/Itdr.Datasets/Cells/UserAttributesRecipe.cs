using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>What a source says of a user is to be told from the items that the user rated highest.</summary>
/// <param name="domain">What the items are.</param>
/// <param name="items">The most items shown.</param>
internal sealed class UserAttributesRecipe(ItemDomain domain, int items)
    : Recipe<UserAttributePrediction, UserAttributePrediction.Answer>
{
    public override IReadOnlyList<CellSettingInfo> Settings { get; } = [SettingKinds.OfItems(items)];

    public override bool IsEligible(UserHistory user, CellContext context) =>
        user.Interactions.Length > 0 && context.Users.Find(user.Id) is { } profile && Attributes(profile).Count > 0;

    public override Draft<UserAttributePrediction, UserAttributePrediction.Answer> Make(UserHistory user, CellContext context)
    {
        // The highest rated, of those the most recent, and of those the first by id.
        var best = user.Interactions
            .OrderByDescending(static rated => rated.Rating)
            .ThenByDescending(static rated => rated.Time)
            .ThenBy(static rated => rated.Item)
            .Take(context.Settings.Whole(SettingKinds.Items));
        var profile = context.Users.Find(user.Id)!;
        var task = new UserAttributePrediction(
            domain, [.. best.Select(rated => PromptItem.Tagged(context.Items[rated.Item]))], Attributes(profile));
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
