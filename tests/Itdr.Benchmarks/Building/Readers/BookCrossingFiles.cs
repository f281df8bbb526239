using System.Globalization;
using System.Text.Unicode;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>BookCrossing: semicolons and quotes around everything.</summary>
internal static class BookCrossingFiles
{
    private const int Books = 271_379;
    private const int Users = 278_858;

    /// <summary>Writes the three files.</summary>
    public static void Write(string folder, long ratings)
    {
        var draw = new RowDraw();
        using (var file = new RowFile(Path.Combine(folder, "BX-Books.csv")))
        {
            file.End(Utf8.TryWrite(file.Room, $"\"ISBN\";\"Book-Title\";\"Book-Author\";\"Year-Of-Publication\";\"Publisher\";\"Image-URL-S\";\"Image-URL-M\";\"Image-URL-L\"\r\n", out var header), header);
            for (var book = 0; book < Books; book++)
            {
                file.End(
                    Utf8.TryWrite(
                        file.Room,
                        CultureInfo.InvariantCulture,
                        $"\"{book:D9}X\";\"{draw.Words(30)} {book}\";\"{draw.Words(12)}\";\"{1950 + (book % 54)}\";\"{draw.Words(10)}\";\"http://images.example.com/S/{book}\";\"http://images.example.com/M/{book}\";\"http://images.example.com/L/{book}\"\r\n",
                        out var written),
                    written);
            }
        }

        using (var file = new RowFile(Path.Combine(folder, "BX-Users.csv")))
        {
            file.End(Utf8.TryWrite(file.Room, $"\"User-ID\";\"Location\";\"Age\"\r\n", out var header), header);
            for (var user = 1; user <= Users; user++)
            {
                file.End(Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"\"{user}\";\"{draw.Words(6)}, {draw.Words(6)}, usa\";\"{18 + (user % 60)}\"\r\n", out var written), written);
            }
        }

        WriteRatings(Path.Combine(folder, "BX-Book-Ratings.csv"), ratings, draw);
    }

    private static void WriteRatings(string path, long ratings, RowDraw draw)
    {
        using var file = new RowFile(path);
        file.End(Utf8.TryWrite(file.Room, $"\"User-ID\";\"ISBN\";\"Book-Rating\"\r\n", out var header), header);
        for (var rating = 0L; rating < ratings; rating++)
        {
            file.End(
                Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"\"{1 + draw.Skewed(Users, 3)}\";\"{draw.Skewed(Books, 2):D9}X\";\"{draw.Below(11)}\"\r\n", out var written),
                written);
        }
    }
}
