using System.Globalization;
using System.Text.Unicode;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>MicroLens and PixelRec: pairs of users and videos, and the videos.</summary>
internal static class VideoFiles
{
    private const int MicroLensVideos = 19_738;
    private const int PixelRecVideos = 96_282;

    /// <summary>Writes MicroLens in the size of 100k users.</summary>
    public static void WriteMicroLens(string folder, long pairs)
    {
        var draw = new RowDraw();
        using (var file = new RowFile(Path.Combine(folder, "MicroLens-100k_title_en.csv")))
        {
            file.End(Utf8.TryWrite(file.Room, $"item,title\r\n", out var header), header);
            for (var video = 1; video <= MicroLensVideos; video++)
            {
                file.End(Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"{video},\"{draw.Words(40)}, {video}\"\r\n", out var written), written);
            }
        }

        using var rows = new RowFile(Path.Combine(folder, "MicroLens-100k_pairs.csv"));
        rows.End(Utf8.TryWrite(rows.Room, $"user,item,timestamp\r\n", out var columns), columns);
        for (var pair = 0L; pair < pairs; pair++)
        {
            rows.End(
                Utf8.TryWrite(
                    rows.Room,
                    CultureInfo.InvariantCulture,
                    $"{1 + (pair * 100_000 / pairs)},{1 + draw.Skewed(MicroLensVideos, 2)},{1_600_000_000_000 + (long)(draw.Uniform() * 50_000_000_000)}\r\n",
                    out var written),
                written);
        }
    }

    /// <summary>Writes PixelRec in the size of 200K users.</summary>
    public static void WritePixelRec(string folder, long pairs)
    {
        var draw = new RowDraw();
        using (var file = new RowFile(Path.Combine(folder, "ItemInformation", "Pixel200K.csv")))
        {
            file.End(
                Utf8.TryWrite(file.Room, $"item_id,view_number,comment_number,thumbup_number,share_number,coin_number,favorite_number,barrage_number,title,tag,description\n", out var header), header);
            for (var video = 1; video <= PixelRecVideos; video++)
            {
                file.End(
                    Utf8.TryWrite(
                        file.Room,
                        CultureInfo.InvariantCulture,
                        $"i{video},{draw.Below(90_000)},{draw.Below(900)},{draw.Below(900)},{draw.Below(90)},{draw.Below(90)},{draw.Below(90)},{draw.Below(90)},{draw.Words(30)} {video},Tag {draw.Below(100)},\"{draw.Words(120)}, {draw.Words(10)}\"\n",
                        out var written),
                    written);
            }
        }

        using var rows = new RowFile(Path.Combine(folder, "Interaction", "Pixel200K.csv"));
        rows.End(Utf8.TryWrite(rows.Room, $"item_id,user_id,timestamp\n", out var columns), columns);
        for (var pair = 0L; pair < pairs; pair++)
        {
            rows.End(
                Utf8.TryWrite(
                    rows.Room,
                    CultureInfo.InvariantCulture,
                    $"i{1 + draw.Skewed(PixelRecVideos, 2)},u{1 + draw.Below(200_000)},{1_600_000_000 + draw.Below(70_000_000)}\n",
                    out var written),
                written);
        }
    }
}
