using System.Text.Json;

namespace Itdr.Datasets.Tests.Synthesis;

public sealed class SyntheticMindTests(SyntheticMindTests.Files files) : IClassFixture<SyntheticMindTests.Files>
{
    private const string News = "MINDsmall_train/news.tsv";
    private const string Behaviours = "MINDsmall_train/behaviors.tsv";

    [Fact]
    public void Both_parts_have_behaviours_and_news()
    {
        Assert.Equal(["MINDsmall_dev/behaviors.tsv", "MINDsmall_dev/news.tsv", Behaviours, News], files.Names);
    }

    [Theory]
    [InlineData("MINDsmall_train")]
    [InlineData("MINDsmall_dev")]
    public void Every_line_has_the_fields_of_the_real_file_and_no_header(string part)
    {
        Assert.All(files.Lines($"{part}/behaviors.tsv"), static line => Assert.Matches("^\\d+\tU\\d+\t11/\\d+/2019 [0-9:]+ [AP]M\t(N\\d+( N\\d+)*)?\tN\\d+-[01]( N\\d+-[01])*$", line));
        Assert.All(files.Lines($"{part}/news.tsv"), static line =>
        {
            var fields = line.Split('\t');
            Assert.Equal(8, fields.Length);
            Assert.Matches("^N\\d+$", fields[0]);
        });
    }

    [Fact]
    public void Titles_and_abstracts_start_with_a_quote_that_means_itself()
    {
        var fields = files.Lines(News).Select(static line => line.Split('\t')).ToList();

        Assert.Contains(fields, static row => row[3].StartsWith('"') && row[3].Count(static letter => letter == '"') == 1);
        Assert.Contains(fields, static row => row[3].StartsWith('"') && row[3].Count(static letter => letter == '"') == 2);
        Assert.Contains(fields, static row => row[4].StartsWith('"') && row[4].Count(static letter => letter == '"') == 1);
        Assert.DoesNotContain("\"\"", string.Concat(fields.Select(static row => row[3])), StringComparison.Ordinal);
    }

    [Fact]
    public void Abstracts_are_empty_or_cut_and_entities_are_json_an_empty_list_or_nothing()
    {
        var fields = files.Lines(News).Select(static line => line.Split('\t')).ToList();

        Assert.Contains(fields, static row => row[4].Length == 0);
        Assert.Contains(fields, static row => row[4].EndsWith("...", StringComparison.Ordinal));
        Assert.Contains(fields, static row => row[6] == "[]");
        Assert.Contains(fields, static row => row[7].Length == 0);
        var entities = fields.Where(static row => row[6].Length > 2).ToList();
        Assert.All(entities, static row =>
        {
            var entity = JsonDocument.Parse(row[6]).RootElement[0];
            Assert.Equal(entity.GetProperty("Label").GetString(), row[3].Substring(entity.GetProperty("OccurrenceOffsets")[0].GetInt32(), entity.GetProperty("Label").GetString()!.Length));
        });
        Assert.Contains(entities, static row => row[6].StartsWith("[{\"Label\": \"", StringComparison.Ordinal));
    }

    [Fact]
    public void Times_are_american_and_not_padded()
    {
        var times = files.Lines(Behaviours).Select(static line => line.Split('\t')[2]).ToList();

        Assert.Contains(times, static time => time.StartsWith("11/9/2019 ", StringComparison.Ordinal));
        Assert.Contains(times, static time => System.Text.RegularExpressions.Regex.IsMatch(time, " \\d:\\d\\d:\\d\\d PM$"));
        Assert.All(files.Lines("MINDsmall_dev/behaviors.tsv"), static line => Assert.Contains("\t11/15/2019 ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_history_may_be_empty_or_repeat_and_is_the_same_in_all_rows_of_a_user()
    {
        var rows = files.Lines(Behaviours).Select(static line => line.Split('\t')).ToList();

        Assert.Contains(rows, static row => row[3].Length == 0);
        Assert.Contains(rows, static row => row[3].Split(' ').Distinct().Count() < row[3].Split(' ').Length);
        Assert.All(rows.GroupBy(static row => row[1]), static user => Assert.Single(user.Select(static row => row[3]).Distinct()));
        Assert.NotEqual(rows.Select(static row => row[1]).Order(StringComparer.Ordinal), rows.Select(static row => row[1]));
    }

    [Fact]
    public void All_news_that_a_part_mentions_are_in_it_and_both_parts_agree_on_what_they_share()
    {
        var train = files.Lines(News).ToDictionary(static line => line.Split('\t')[0]);
        var dev = files.Lines("MINDsmall_dev/news.tsv").ToDictionary(static line => line.Split('\t')[0]);
        var mentioned = files.Lines(Behaviours).Select(static line => line.Split('\t')).SelectMany(static row => row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(row[4].Split(' ').Select(static shown => shown[..^2])));

        Assert.Subset(train.Keys.ToHashSet(), mentioned.ToHashSet());
        var shared = train.Keys.Intersect(dev.Keys).ToList();
        Assert.NotEmpty(shared);
        Assert.NotEqual(dev.Count, train.Count);
        Assert.All(shared, id => Assert.Equal(train[id], dev[id]));
    }

    [Fact]
    public void Most_users_have_a_history_of_five_and_click_five_times_after_it()
    {
        var rows = files.Lines(Behaviours).Concat(files.Lines("MINDsmall_dev/behaviors.tsv")).Select(static line => line.Split('\t'));

        Assert.True(rows.GroupBy(static row => row[1]).Count(static user =>
            user.First()[3].Split(' ').Distinct().Count() >= 5 && user.Sum(static row => row[4].Split(' ').Count(static shown => shown.EndsWith("-1", StringComparison.Ordinal))) >= 5) > 60);
    }

    /// <summary>Invented once for all tests.</summary>
    public sealed class Files() : InventedFiles("mind");
}
