using Itdr.Datasets.Sources.LastFm;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The cells of the Last.FM sources.</summary>
internal static class LastFmCells
{
    /// <summary>The rows of the table.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        Cell.Of(
            LastFm1K.Name,
            "Users of whom country, gender or a plausible age is known: what is known is asked for, the 20 most played artists are shown.",
            new UserAttributesRecipe(ItemDomain.Artists, Attributes(allKnown: false), PromptItem.Of, items: 20)),
        Cell.Of(
            LastFm360K.Name,
            "Users of whom country, gender and a plausible age are known: all three are asked for, the 20 most played artists are shown.",
            new UserAttributesRecipe(ItemDomain.Artists, Attributes(allKnown: true), PromptItem.Of, items: 20)),
    ];

    private static UserAttributes Attributes(bool allKnown) =>
        new(UserAttributes.Country, UserAttributes.Gender, UserAttributes.Age) { AllKnown = allKnown, Forms = LastFmPeople.Forms };
}
