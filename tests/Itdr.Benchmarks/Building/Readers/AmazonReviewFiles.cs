using System.Globalization;
using System.Text.Unicode;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>Reviews and products of some categories of Amazon Reviews 2023, of about the published bytes a row.</summary>
internal static class AmazonReviewFiles
{
    private const int FirstKeyLength = 10;

    private static readonly string[] Categories =
    [
        "All_Beauty", "Amazon_Fashion", "Appliances", "Arts_Crafts_and_Sewing", "Baby_Products", "CDs_and_Vinyl",
        "Grocery_and_Gourmet_Food", "Home_and_Kitchen", "Industrial_and_Scientific", "Musical_Instruments", "Software", "Video_Games",
    ];

    /// <summary>Writes a pair of categories, with three products for twenty reviews.</summary>
    public static void WritePair(string folder, long reviews) => Write(folder, categories: 2, reviews, (int)(reviews * 3 / 20));

    /// <summary>Writes all twelve categories, with seventeen products for eight reviews, so that the products are the load.</summary>
    public static void WriteAll(string folder, long reviews) => Write(folder, Categories.Length, reviews, (int)(reviews * 17 / 8));

    private static void Write(string folder, int categories, long reviews, int products)
    {
        var draw = new RowDraw();
        for (var category = 0; category < categories; category++)
        {
            WriteProducts(Path.Combine(folder, $"meta_{Categories[category]}.jsonl"), category, products / categories, draw);
            WriteReviews(Path.Combine(folder, $"{Categories[category]}.jsonl"), category, reviews / categories, products / categories, draw);
        }
    }

    private static void WriteProducts(string path, int category, int products, RowDraw draw)
    {
        using var file = new RowFile(path);
        Span<byte> key = stackalloc byte[FirstKeyLength];
        for (var product = 0; product < products; product++)
        {
            file.End(
                Utf8.TryWrite(
                    file.Room,
                    CultureInfo.InvariantCulture,
                    $$"""
                    {"main_category": "{{Categories[category]}}", "title": "{{draw.Words(60)}}, \u00e9 {{product}}", "average_rating": 4.{{draw.Below(10)}}, "rating_number": {{draw.Below(900)}}, "features": ["{{draw.Words(70)}}", "{{draw.Words(70)}}"], "description": ["{{draw.Words(120)}}"], "price": {{draw.Below(90)}}.{{10 + draw.Below(90)}}, "images": [{"thumb": "https://images.example.com/{{product}}.jpg", "variant": "MAIN"}], "videos": [], "store": "{{draw.Words(8)}}", "categories": ["{{Categories[category]}}", "Kind {{draw.Skewed(400, 2)}}", "Sort {{draw.Below(20)}}"], "details": {"Brand": "{{draw.Words(8)}}"}, "parent_asin": "{{Product(key, category, product)}}"}

                    """,
                    out var written),
                written);
        }
    }

    private static void WriteReviews(string path, int category, long reviews, int products, RowDraw draw)
    {
        using var file = new RowFile(path);
        Span<byte> key = stackalloc byte[FirstKeyLength];
        Span<byte> user = stackalloc byte[28];
        user[0] = (byte)'A';
        for (var review = 0L; review < reviews; review++)
        {
            var isEscaped = draw.Below(4) == 0;
            file.End(
                Utf8.TryWrite(
                    file.Room,
                    CultureInfo.InvariantCulture,
                    $$"""
                    {"rating": {{5 - draw.Skewed(5, 2)}}.0, "title": "{{draw.Words(16)}}", "text": "{{draw.Words(60 + draw.Below(200))}}{{(isEscaped ? "<br />\\n\\\"" : "")}} {{draw.Words(20)}}", "images": [], "asin": "B000000000", "parent_asin": "{{Product(key, category, draw.Skewed(products, 2.5))}}", "user_id": "{{RowDraw.Key(user, 1, (ulong)draw.Skewed((int)(reviews / 3) + 1, 2))}}", "timestamp": {{1_400_000_000_000 + (long)(draw.Uniform() * 280_000_000_000)}}, "helpful_vote": {{draw.Skewed(30, 6)}}, "verified_purchase": true}

                    """,
                    out var written),
                written);
        }
    }

    private static ReadOnlySpan<byte> Product(Span<byte> key, int category, int product)
    {
        (key[0], key[1]) = ((byte)'B', (byte)'0');
        return RowDraw.Key(key, 2, ((ulong)category << 32) | (uint)product);
    }
}
