using System.ComponentModel.DataAnnotations;
using Itdr;

namespace CustomSubtask;

/// <summary>A house that stands empty, or did.</summary>
[Fragment("{Name}")]
[Fragment("{Name} ({Charms})", Format = "advert")]
public sealed record House(string Name, string Charms);

/// <summary>Where a ghost has been, and how content it was: from 1 moan to 5.</summary>
[Fragment("{House}: {Moans}")]
public sealed record Stay(House House, int Moans);

/// <summary>Finding the next house for a ghost. None of the seven subtasks of the paper does that.</summary>
[Subtask("ghost-lodging", Method = "FindHaunt")]
[Instruction("""
    Find a ghost its next house, judging by the houses it has haunted before; the number behind each says how many moans of contentment it gave there, from 1 to 5. Answer with the name of one vacant house, and below it how many moans to expect.
    """)]
[Prompt("""
    {Ghost} has haunted:
    {Past}
    {?Wish}It insists on {Wish}. {/Wish}These houses are vacant:
    {Vacant:advert}
    """)]
public sealed partial record GhostLodging(
    string Ghost,
    [List(ListStyle.Bulleted)] IReadOnlyList<Stay> Past,
    [List(ListStyle.Bulleted)] IReadOnlyList<House> Vacant,
    string? Wish = null)
{
    [Answer("""
        {House}
        Moans: {Moans}
        """)]
    [Metrics("mae")]
    public sealed partial record Answer(
        [ChosenFrom(nameof(Vacant))] House House,
        [Range(1, 5)] int Moans);
}
