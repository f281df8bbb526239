using Itdr.Instances;

namespace CustomSubtask;

/// <summary>The books of an estate agency for ghosts, all of it invented.</summary>
internal static class Agency
{
    private static readonly House Abbey = new("Draughty Abbey", "cloister, whistling windows");
    private static readonly House Mill = new("The Mill at Crow's End", "creaks day and night");
    private static readonly House Lighthouse = new("Lighthouse No. 9", "spiral stairs, passing sailors");
    private static readonly House Bungalow = new("14 Acacia Avenue", "bungalow, under-floor heating, nervous poodle");
    private static readonly House Library = new("Lower Wick Library", "12,000 books to drop");
    private static readonly House Theatre = new("The Old Playhouse", "trapdoor, captive audience");
    private static readonly House Castle = new("Castle Grimm", "2 dungeons, no chains provided");

    private static readonly House[] Vacant = [Library, Castle, Theatre, Lighthouse];

    /// <summary>Who asks for a house today.</summary>
    public static GhostLodging Client { get; } = new(
        "Sir Reginald the Mostly Headless", [new Stay(Abbey, 5), new Stay(Bungalow, 1)], Vacant, "stairs to descend");

    /// <summary>Whom the agency has housed before, which is what a baseline learns from.</summary>
    public static IEnumerable<Instance<GhostLodging, GhostLodging.Answer>> Housed { get; } =
    [
        Moved("The Grey Lady", Castle, 5, new Stay(Abbey, 5), new Stay(Mill, 4)),
        Moved("Little Edmund", Theatre, 4, new Stay(Bungalow, 4), new Stay(Library, 5)),
        Moved("A Cold Spot", Castle, 4, new Stay(Abbey, 4), new Stay(Mill, 2)),
        Moved("Old Captain Brack", Lighthouse, 5, new Stay(Mill, 3), new Stay(Bungalow, 1)),
        Moved("The Bride of 1743", Castle, 5, new Stay(Theatre, 3), new Stay(Abbey, 4)),
        Moved("Something Behind the Wardrobe", Library, 3, new Stay(Bungalow, 5), new Stay(Theatre, 2)),
    ];

    private static Instance<GhostLodging, GhostLodging.Answer> Moved(string ghost, House house, int moans, params Stay[] past) =>
        new($"ghost-lodging.agency.{ghost}", new GhostLodging(ghost, past, Vacant))
        {
            User = ghost,
            Answer = new(house, moans),
            Relevance = [.. Vacant.Select(vacant => vacant == house ? 1d : 0d)],
        };
}
