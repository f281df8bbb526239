using System.Globalization;
using System.Text.Unicode;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>Titles and reviews of Amazon Books, of about the published bytes a row.</summary>
internal static class AmazonBookFiles
{
    private const int Titles = 212_404;

    /// <summary>Writes both files.</summary>
    public static void Write(string folder, long reviews)
    {
        var draw = new RowDraw();
        using (var file = new RowFile(Path.Combine(folder, "books_data.csv")))
        {
            file.End(Utf8.TryWrite(file.Room, $"Title,description,authors,image,previewLink,publisher,publishedDate,infoLink,categories,ratingsCount\n", out var header), header);
            for (var title = 0; title < Titles; title++)
            {
                file.End(
                    Utf8.TryWrite(
                        file.Room,
                        CultureInfo.InvariantCulture,
                        $"Book number {title},\"{draw.Words(300)}, \"\"{draw.Words(100)}\"\"\",\"['{draw.Words(12)}', '{draw.Words(12)}']\",http://images.example.com/{title},http://books.example.com/{title},{draw.Words(8)},1996-01-01,http://books.example.com/info/{title},['Kind {draw.Below(300)}'],\n",
                        out var written),
                    written);
            }
        }

        WriteReviews(Path.Combine(folder, "Books_rating.csv"), reviews, draw);
    }

    private static void WriteReviews(string path, long reviews, RowDraw draw)
    {
        using var file = new RowFile(path);
        Span<byte> user = stackalloc byte[14];
        user[0] = (byte)'A';
        file.End(Utf8.TryWrite(file.Room, $"Id,Title,Price,User_id,profileName,review/helpfulness,review/score,review/time,review/summary,review/text\n", out var header), header);
        for (var review = 0L; review < reviews; review++)
        {
            var title = draw.Skewed(Titles, 2);
            file.End(
                Utf8.TryWrite(
                    file.Room,
                    CultureInfo.InvariantCulture,
                    $"{1_000_000_000 + title},Book number {title},,{RowDraw.Key(user, 1, (ulong)draw.Skewed((int)(reviews / 3) + 1, 2))},{draw.Words(10)},{draw.Below(5)}/{5 + draw.Below(5)},{5 - draw.Skewed(5, 2)}.0,{900_000_000 + draw.Below(460_000_000)},{draw.Words(20)},\"{draw.Words(200 + draw.Below(700))}, \"\"{draw.Words(10)}\"\" {draw.Words(200)}\"\n",
                    out var written),
                written);
        }
    }
}
