using System.Globalization;
using System.Text.Unicode;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>Anime 2023: what is shown, who watches and the scores.</summary>
internal static class AnimeFiles
{
    private const int Animes = 24_905;
    private const int ScoresOfAUser = 90;

    /// <summary>Writes the three files.</summary>
    public static void Write(string folder, long scores)
    {
        var draw = new RowDraw();
        using (var file = new RowFile(Path.Combine(folder, "anime-dataset-2023.csv")))
        {
            file.End(Utf8.TryWrite(file.Room, $"anime_id,Name,English name,Other name,Score,Genres,Synopsis,Type,Episodes,Studios,Source,Rating\n", out var header), header);
            for (var anime = 1; anime <= Animes; anime++)
            {
                file.End(
                    Utf8.TryWrite(
                        file.Room,
                        CultureInfo.InvariantCulture,
                        $"{anime},{draw.Words(16)} {anime},UNKNOWN,UNKNOWN,7.5,\"Action, Kind {draw.Below(20)}\",\"{draw.Words(400)}, {draw.Words(20)}\",TV,12.0,{draw.Words(8)},Manga,PG-13 - Teens 13 or older\n",
                        out var written),
                    written);
            }
        }

        using (var file = new RowFile(Path.Combine(folder, "users-details-2023.csv")))
        {
            file.End(Utf8.TryWrite(file.Room, $"Mal ID,Username,Gender,Birthday,Location\n", out var header), header);
            for (var user = 1; user <= (scores / ScoresOfAUser) + 1; user++)
            {
                file.End(Utf8.TryWrite(file.Room, CultureInfo.InvariantCulture, $"{user},viewer{user},Female,1990-01-01T00:00:00+00:00,{draw.Words(8)}\n", out var written), written);
            }
        }

        using var scored = new RowFile(Path.Combine(folder, "users-score-2023.csv"));
        scored.End(Utf8.TryWrite(scored.Room, $"user_id,Username,anime_id,Anime Title,rating\n", out var columns), columns);
        for (var score = 0L; score < scores; score++)
        {
            var user = 1 + (score / ScoresOfAUser);
            var anime = 1 + ((score * 7919) % Animes);
            scored.End(Utf8.TryWrite(scored.Room, CultureInfo.InvariantCulture, $"{user},viewer{user},{anime},\"{draw.Words(12)}, {anime}\",{1 + draw.Below(10)}\n", out var written), written);
        }
    }
}
