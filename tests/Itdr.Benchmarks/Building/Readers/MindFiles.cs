using System.Globalization;
using System.Text.Unicode;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>MIND in its large size: news and behaviours, a history and 37 shown articles a row.</summary>
internal static class MindFiles
{
    private const int Articles = 101_527;
    private const int RowsOfAUser = 3;
    private const int Shown = 37;

    /// <summary>Writes both files of the training part.</summary>
    public static void Write(string folder, long rows)
    {
        var draw = new RowDraw();
        using (var file = new RowFile(Path.Combine(folder, "MINDlarge_train", "news.tsv")))
        {
            for (var article = 1; article <= Articles; article++)
            {
                file.End(
                    Utf8.TryWrite(
                        file.Room,
                        CultureInfo.InvariantCulture,
                        $"N{article}\tkind{draw.Below(18)}\tsort{draw.Below(250)}\t{draw.Words(55)} {article}\t{draw.Words(180)}\thttps://news.example.com/{article}\t[]\t[]\n",
                        out var written),
                    written);
            }
        }

        using var behaviours = new RowFile(Path.Combine(folder, "MINDlarge_train", "behaviors.tsv"));
        for (var row = 1L; row <= rows; row++)
        {
            WriteRow(behaviours, row, draw);
        }
    }

    private static void WriteRow(RowFile file, long row, RowDraw draw)
    {
        var user = row / RowsOfAUser;
        var time = new DateTime(2019, 11, 9, 0, 0, 0, DateTimeKind.Utc).AddSeconds(draw.Below(500_000));
        file.End(Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"{row}\tU{user}\t{time:M/d/yyyy h:mm:ss tt}\t", out var written), written);
        for (var place = 0L; place < 10 + (user % 45); place++)
        {
            // The history is the same in every row of a user.
            file.End(Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"{(place == 0 ? "" : " ")}N{1 + (((user * 7919) + (place * 104_729)) % Articles)}", out written), written);
        }

        for (var place = 0; place < Shown; place++)
        {
            file.End(Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"{(place == 0 ? '\t' : ' ')}N{1 + draw.Skewed(Articles, 2)}-{(place % 20 == 3 ? 1 : 0)}", out written), written);
        }

        file.End(Utf8.TryWrite(file.Room, $"\n", out written), written);
    }
}
