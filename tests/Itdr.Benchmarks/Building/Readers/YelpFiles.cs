using System.Globalization;
using System.Text.Unicode;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>Businesses and reviews of the Yelp Open Dataset, of about the published bytes a row.</summary>
internal static class YelpFiles
{
    private const int KeyLength = 22;

    /// <summary>Writes both files.</summary>
    public static void Write(string folder, long reviews)
    {
        var draw = new RowDraw();
        var businesses = (int)(reviews * 150 / 6990) + 100;
        using (var file = new RowFile(Path.Combine(folder, "yelp_academic_dataset_business.json")))
        {
            Span<byte> key = stackalloc byte[KeyLength];
            for (var business = 0; business < businesses; business++)
            {
                file.End(
                    Utf8.TryWrite(
                        file.Room,
                        CultureInfo.InvariantCulture,
                        $$"""
                        {"business_id":"{{RowDraw.Key(key, 0, (ulong)business)}}","name":"{{draw.Words(14)}} {{business % 9000}}","address":"{{draw.Words(20)}}","city":"{{draw.Words(6)}}","state":"PA","postal_code":"19107","latitude":39.95,"longitude":-75.15,"stars":4.0,"review_count":80,"is_open":1,"attributes":{"RestaurantsDelivery":"False","OutdoorSeating":"True","BusinessParking":"{'garage': False, 'street': True, 'lot': False}"},"categories":"Kind {{draw.Below(200)}}, Kind {{draw.Below(200)}}, Food","hours":null}

                        """,
                        out var written),
                    written);
            }
        }

        WriteReviews(Path.Combine(folder, "yelp_academic_dataset_review.json"), reviews, businesses, draw);
    }

    private static void WriteReviews(string path, long reviews, int businesses, RowDraw draw)
    {
        using var file = new RowFile(path);
        Span<byte> key = stackalloc byte[KeyLength];
        Span<byte> business = stackalloc byte[KeyLength];
        Span<byte> user = stackalloc byte[KeyLength];
        user[0] = (byte)'u';
        for (var review = 0L; review < reviews; review++)
        {
            var time = new DateTime(2006, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds((long)(draw.Uniform() * 500_000_000));
            file.End(
                Utf8.TryWrite(
                    file.Room,
                    CultureInfo.InvariantCulture,
                    $$"""
                    {"review_id":"{{RowDraw.Key(key, 0, (ulong)review)}}","user_id":"{{RowDraw.Key(user, 1, (ulong)draw.Skewed((int)(reviews / 4) + 1, 2))}}","business_id":"{{RowDraw.Key(business, 0, (ulong)draw.Skewed(businesses, 2))}}","stars":{{5 - draw.Skewed(5, 2)}}.0,"useful":{{draw.Skewed(20, 5)}},"funny":0,"cool":0,"text":"{{draw.Words(150 + draw.Below(400))}}\n\n{{draw.Words(100 + draw.Below(200))}}","date":"{{time:yyyy-MM-dd HH:mm:ss}}"}

                    """,
                    out var written),
                written);
        }
    }
}
