using System.Globalization;
using Itdr.Datasets.Tests.Sources;
using Itdr.Instances;

namespace Itdr.Datasets.Tests.Building;

/// <summary>What one instance of each cell is, on users written by hand.</summary>
public class InstanceTests
{
    private static readonly string Movies = "movieId,title,genres\r\n" + string.Concat(Enumerable.Range(1, 40).Select(static movie =>
        movie == 3 ? "3,M3,(no genres listed)\r\n" : $"{movie},M{movie},Drama|G{movie % 4}\r\n"));

    /// <summary>A user whose movies 1, 2, 3… come in this order in time, with these ratings.</summary>
    private static string User(int id, params decimal[] ratings) =>
        string.Concat(ratings.Select((rating, index) => string.Create(CultureInfo.InvariantCulture, $"{id},{index + 1},{rating:0.0},{1_000_001_000 + index}\r\n")).Reverse());

    /// <summary>Ratings of another user, so that the other movies occur.</summary>
    private static readonly string Others = string.Concat(Enumerable.Range(20, 21).Select(static movie => $"99,{movie},1.0,1000000005\r\n"));

    private static BuiltFolder Build(string ratings, string cell, params string[] settings)
    {
        using var raw = RawFiles.OfMl32M(ratings, Movies);
        return BuiltFolder.Of(RawFiles.Ml32M, raw.Path, options => options with
        {
            Cells = [CellName.Parse(cell)],
            Settings = [.. settings.Select(setting => CellSetting.Parse($"{cell}.{setting}"))],
        });
    }

    [Fact]
    public void Rating_prediction_asks_for_the_last_of_the_last_eleven()
    {
        using var built = Build(User(7, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0.5m, 4.5m, 3.5m), "rating-prediction/movielens-32m");
        var instance = built.Single("rating-prediction/movielens-32m");
        Assert.Equal("M12", instance.Text("task", "target", "title"));
        Assert.Equal("3.5", instance.Text("answer", "rating"));
        Assert.Equal("oldest first", instance.Text("task", "historyOrder"));
        Assert.Equal(["M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11"], instance.GetProperty("task").GetProperty("history").EnumerateArray().Select(static rated => rated.Text("item", "title")));
        Assert.Equal(("rating-prediction.movielens-32m.7", "7"), (instance.Text("id"), instance.Text("user")));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    public void Ten_ratings_are_too_few_for_rating_prediction_and_eleven_are_enough(int ratings, int eligible)
    {
        using var built = Build(User(7, [.. Enumerable.Repeat(4m, ratings)]), "rating-prediction/movielens-32m");
        Assert.Equal(eligible, built.Report.Cells[0].Eligible);
    }

    [Fact]
    public void The_label_of_top_k_has_positives_by_rating_then_recency_and_then_the_negatives_in_candidate_order()
    {
        // Liked in time order: M1 M2 M4 M5 M6 | M7 5.0, M8 4.0, M9 4.5, M10 5.0, M11 4.0; M3 and M12 are not liked.
        using var built = Build(User(7, 4, 4, 1, 4, 4, 4, 5, 4, 4.5m, 5, 4, 2) + Others, "top-k/movielens-32m");
        var instance = built.Single("top-k/movielens-32m");
        Assert.Equal(["M1", "M2", "M4", "M5", "M6"], instance.Titles("task", "history"));
        var candidates = instance.Titles("task", "candidates");
        string[] positives = ["M10", "M7", "M9", "M11", "M8"];
        Assert.Equal(10, candidates.Count);
        var negatives = candidates.Except(positives).ToList();
        Assert.Equal([.. positives, .. negatives], instance.Strings("answer", "ranking"));
        Assert.Equal(candidates.Select(title => positives.Contains(title) ? "1" : "0"), instance.Strings("relevance"));
        Assert.All(negatives, static title => Assert.InRange(int.Parse(title[1..], CultureInfo.InvariantCulture), 20, 40));
    }

    [Fact]
    public void Next_item_is_the_last_of_the_last_six_with_genres_as_tags()
    {
        using var built = Build(User(7, 1, 2, 3, 4, 5, 4, 3) + Others, "next-item/movielens-32m");
        var instance = built.Instances("next-item/movielens-32m").Select(static one => one.Json).Single(static one => one.Text("user") == "7");
        Assert.Equal(["M2", "M3", "M4", "M5", "M6"], instance.Titles("task", "history"));
        Assert.Equal("Drama|G2", instance.GetProperty("task").GetProperty("history")[0].Text("tag"));
        Assert.False(instance.GetProperty("task").GetProperty("history")[1].TryGetProperty("tag", out var tag) && tag.ValueKind != System.Text.Json.JsonValueKind.Null);
        Assert.Equal(5, instance.Titles("task", "candidates").Count);
        Assert.Equal("M7", instance.Text("answer", "choice"));
    }

    [Fact]
    public void User_attributes_show_the_highest_rated_then_the_most_recent_then_by_id()
    {
        using var raw = RawFiles.OfMl1M(
            "1::1::3::1000000100\n1::2::5::1000000100\n1::3::5::1000000200\n1::4::5::1000000100\n",
            "1::A (1990)::Drama\n2::B (1991)::Comedy|Drama\n3::C (1992)::Action\n4::D (1993)::Drama\n");
        using var built = BuiltFolder.Of(RawFiles.Ml1M, raw.Path, static options => options with { Settings = [CellSetting.Parse("user-attributes/movielens-1m.items=3")] });
        var instance = built.Single("user-attributes/movielens-1m");
        Assert.Equal(["3", "4", "2"], instance.Ids("task", "items"));
        Assert.Equal("Comedy|Drama", instance.GetProperty("task").GetProperty("items")[2].Text("tag"));
        Assert.Equal(["gender", "age group", "occupation"], instance.Strings("task", "attributes"));
        Assert.Equal(("F", "Under 18", "K-12 student"), (instance.Text("answer", "gender"), instance.Text("answer", "ageGroup"), instance.Text("answer", "occupation")));
    }

    [Fact]
    public void A_whole_rating_of_ML_1M_is_written_without_decimals()
    {
        using var raw = RawFiles.OfMl1M(
            string.Concat(Enumerable.Range(1, 11).Select(static movie => $"1::{movie}::4::{1_000_000_000 + movie}\n")),
            string.Concat(Enumerable.Range(1, 11).Select(static movie => $"{movie}::M{movie}::Drama\n")));
        using var built = BuiltFolder.Of(RawFiles.Ml1M, raw.Path, static options => options with { Cells = [CellName.Parse("rating-prediction/movielens-1m")] });
        Assert.Equal("4", built.Single("rating-prediction/movielens-1m").GetProperty("answer").GetProperty("rating").GetRawText());
    }

    [Fact]
    public void A_user_who_left_too_few_movies_is_refused_and_counted()
    {
        using var built = Build(User(7, [.. Enumerable.Repeat(4m, 12)]) + "8,30,1.0,1000000001\r\n8,31,1.0,1000000001\r\n", "top-k/movielens-32m");
        Assert.Equal(0, built.Report.Instances);
        var refusal = Assert.Single(built.Report.Cells[0].Refused);
        Assert.Equal(("too few rated items that the user never touched", 1), (refusal.Reason, refusal.Count));
        Assert.Equal("top-k.movielens-32m.7: of the items with a title and at least one rating, too few were never touched by the user.", refusal.Example);
    }

    [Fact]
    public void Positives_with_one_title_cannot_be_told_apart_so_the_label_is_refused_and_counted()
    {
        var movies = Movies.Replace("11,M11,", "11,M10,", StringComparison.Ordinal);
        using var raw = RawFiles.OfMl32M(User(7, [.. Enumerable.Repeat(4m, 11)]) + Others, movies);
        using var built = BuiltFolder.Of(RawFiles.Ml32M, raw.Path, static options => options with { Cells = [CellName.Parse("top-k/movielens-32m")] });
        Assert.Equal("the label refuses its Ranking", Assert.Single(built.Report.Cells[0].Refused).Reason);
        Assert.Empty(built.Instances("top-k/movielens-32m"));
        Assert.DoesNotContain("instances/", built.Files().Keys.Select(static path => path[..Math.Min(10, path.Length)]));
    }

    [Fact]
    public void Of_two_instances_with_one_prompt_the_one_with_the_smaller_hash_stays()
    {
        var ratings = string.Concat(Enumerable.Range(1, 6).Select(static user => User(user, [.. Enumerable.Repeat(4m, 10), user <= 3 ? 1m : 5m])));
        using var built = Build(ratings, "rating-prediction/movielens-32m");
        var kept = built.Single("rating-prediction/movielens-32m").Text("user");
        Assert.Equal(5, built.Report.Cells[0].SamePrompt);
        using var raw = RawFiles.OfMl32M(ratings, Movies);
        Assert.Equal(ReadTables.Of(RawFiles.Ml32M, raw.Path).Sample.Users[0].Id, kept);
    }

    [Fact]
    public void A_lower_threshold_makes_more_users_eligible()
    {
        var ratings = User(7, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4) + Others;
        using var strict = Build(ratings, "top-k/movielens-32m");
        using var loose = Build(ratings, "top-k/movielens-32m", "min-rating=3");
        Assert.Equal((0, 1), (strict.Report.Cells[0].Eligible, loose.Report.Cells[0].Eligible));
    }

    [Fact]
    public void A_user_is_in_the_same_split_in_every_cell_unless_instances_are_split()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml32M);
        using var byUser = BuiltFolder.Of(RawFiles.Ml32M, raw["raw"]);
        using var byInstance = BuiltFolder.Of(RawFiles.Ml32M, raw["raw"], static options => options with { SplitBy = SplitBy.Instance });
        Assert.All(SplitsOfUsers(byUser), static splits => Assert.Single(splits));
        Assert.Contains(SplitsOfUsers(byInstance), static splits => splits.Count > 1);
    }

    private static List<HashSet<Split>> SplitsOfUsers(BuiltFolder built) =>
    [
        .. CellCatalog.All.Where(static cell => cell.Name.Source == RawFiles.Ml32M && cell.Name.Subtask != "target-users")
            .SelectMany(cell => built.Instances(cell.Name.ToString()))
            .GroupBy(static instance => instance.Json.Text("user"), static instance => instance.Split)
            .Select(static splits => splits.ToHashSet()),
    ];
}
