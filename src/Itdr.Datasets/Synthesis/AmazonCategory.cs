namespace Itdr.Datasets.Synthesis;

/// <summary>A category of Amazon Reviews 2023 with what is sold in it.</summary>
/// <param name="Name">Its name in file names.</param>
/// <param name="MainCategory">What its products are said to belong to, which is not always the same.</param>
/// <param name="Products">Eight sorts of products, each a leaf of the category.</param>
internal sealed record AmazonCategory(string Name, string? MainCategory, IReadOnlyList<string> Products)
{
    /// <summary>The eight categories that make pairs, source before target, then the four that stand alone.</summary>
    public static IReadOnlyList<AmazonCategory> All { get; } =
    [
        new("Appliances", "Tools & Home Improvement", ["Ice Maker", "Range Hood", "Dryer Vent", "Water Filter", "Oven Knob", "Freezer Gasket", "Dishwasher Rack", "Cooktop Cleaner"]),
        new("Industrial_and_Scientific", "Industrial & Scientific", ["Calliper", "Lab Beaker", "Thread Gauge", "Nitrile Gloves", "Shim Stock", "Pipe Fitting", "Label Tape", "Magnifier"]),
        new("All_Beauty", "All Beauty", ["Face Cream", "Nail File", "Hair Clip", "Lip Balm", "Bath Salt", "Shaving Brush", "Hand Soap", "Eye Pencil"]),
        new("Amazon_Fashion", "AMAZON FASHION", ["Wool Scarf", "Rain Boots", "Straw Hat", "Linen Shirt", "Belt", "Mittens", "Cardigan", "Raincoat"]),
        new("CDs_and_Vinyl", "Digital Music", ["Organ Suite", "Choir Album", "Brass Sessions", "Folk Songs", "String Quartets", "Night Jazz", "Dance Singles", "Lullabies"]),
        new("Video_Games", "Video Games", ["Farm Simulator", "Ferry Racer", "Puzzle Box", "Tower Quest", "Chess Tutor", "Sky Shooter", "City Planner", "Rhythm Game"]),
        new("Grocery_and_Gourmet_Food", "Grocery", ["Plum Jam", "Rye Crackers", "Green Tea", "Olive Paste", "Oat Bars", "Chili Sauce", "Dried Figs", "Roasted Coffee"]),
        new("Home_and_Kitchen", "Amazon Home", ["Bread Box", "Tea Kettle", "Wall Clock", "Pillow Case", "Spice Rack", "Table Lamp", "Cutting Board", "Storage Basket"]),
        new("Arts_Crafts_and_Sewing", "Arts, Crafts & Sewing", ["Yarn Skein", "Glass Beads", "Quilting Ruler", "Ink Pad", "Felt Sheets", "Paint Markers", "Buttons", "Canvas Panels"]),
        new("Baby_Products", null, ["Bib Set", "Crib Sheet", "Bottle Brush", "Night Light", "Play Mat", "Teether", "Stroller Hook", "Swaddle"]),
        new("Musical_Instruments", "Musical Instruments", ["Violin Rosin", "Drum Sticks", "Guitar Strap", "Reed Case", "Metronome", "Ukulele", "Harmonica", "Cable Tester"]),
        new("Software", "Software", ["Tax Planner", "Photo Sorter", "Map Viewer", "Language Course", "Backup Tool", "Font Bundle", "Garden Designer", "Typing Tutor"]),
    ];

    /// <summary>How many sorts of products each category has.</summary>
    public static int Sorts => 8;
}
