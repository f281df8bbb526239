using System.Globalization;
using System.Text.Unicode;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>Games and reviews of Steam as Python literals, of about the published bytes a row.</summary>
internal static class SteamFiles
{
    private const int Games = 32_135;

    /// <summary>Writes both files.</summary>
    public static void Write(string folder, long reviews)
    {
        var draw = new RowDraw();
        using (var file = new RowFile(Path.Combine(folder, "steam_games.json")))
        {
            for (var game = 0; game < Games; game++)
            {
                file.End(
                    Utf8.TryWrite(
                        file.Room,
                        CultureInfo.InvariantCulture,
                        $$"""
                        {u'publisher': u'{{draw.Words(10)}}', u'genres': [u'Kind {{draw.Below(20)}}', u'Indie'], u'app_name': u'{{draw.Words(12)}} {{game}}', u'title': u'{{draw.Words(12)}} {{game}}', u'url': u'http://store.example.com/app/{{game}}', u'release_date': u'2018-01-04', u'tags': [u'Strategy', u'Tag {{draw.Below(300)}}'], u'discount_price': 4.49, u'specs': [u'Single-player'], u'price': {{draw.Below(40)}}.99, u'early_access': False, u'id': u'{{game + 10}}', u'developer': u'{{draw.Words(8)}}'}

                        """,
                        out var written),
                    written);
            }
        }

        WriteReviews(Path.Combine(folder, "steam_reviews.json"), reviews, draw);
    }

    private static void WriteReviews(string path, long reviews, RowDraw draw)
    {
        using var file = new RowFile(path);
        for (var review = 0L; review < reviews; review++)
        {
            var day = new DateTime(2011, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(draw.Below(2500));
            var isEscaped = draw.Below(4) == 0;
            file.End(
                Utf8.TryWrite(
                    file.Room,
                    CultureInfo.InvariantCulture,
                    $$"""
                    {u'username': u'player {{draw.Skewed((int)(reviews / 3) + 1, 2)}}', u'hours': {{draw.Skewed(900, 3)}}.{{draw.Below(10)}}, u'products': {{draw.Below(400)}}, u'product_id': u'{{draw.Skewed(Games, 3) + 10}}', u'page_order': {{draw.Below(10)}}, u'date': u'{{day:yyyy-MM-dd}}', u'text': u'{{draw.Words(50 + draw.Below(400))}}{{(isEscaped ? "\\n\\xe9\\u2665 it\\'s" : "")}} {{draw.Words(30)}}', u'early_access': False, u'page': {{draw.Below(9000)}}}

                    """,
                    out var written),
                written);
        }
    }
}
