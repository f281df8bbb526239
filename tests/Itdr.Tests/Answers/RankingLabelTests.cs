namespace Itdr.Tests.Answers;

/// <summary>Labels whose every line is one place are read in two passes over the text; these are the places where such a reading could go wrong.</summary>
public sealed class RankingLabelTests
{
    private static readonly RankingSlot Numbered = new("Ranking", "Candidates", ListLayout.Numbered, TextEnd.OfAnswer);
    private static readonly RankingSlot Bulleted = new("Ranking", "Candidates", ListLayout.Bulleted, TextEnd.OfAnswer);

    public static TheoryData<int> Counts => [1, 2, 9, 10, 11, 99, 100, 101, 255, 256, 257, 1200];

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_ranking_of_any_number_of_places_reads_back(int count)
    {
        // Titles that share their first and last code units share a place in the table.
        string[] candidates = [.. Enumerable.Range(0, count).Select(index => $"The {new string('x', index % 37)}{index:00000} (1999)")];
        string[] ranking = [.. candidates.OrderBy(title => title.Length).ThenByDescending(title => title, StringComparer.Ordinal)];
        foreach (var slot in (RankingSlot[])[Numbered, Bulleted])
        {
            var read = Slots.Read(slot, candidates, Slots.Write(slot, candidates, ranking));
            Assert.Null(read.Failure);
            Assert.Equal(ranking, read.Value!);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(33)]
    public void Titles_of_any_length_that_differ_in_one_character_are_told_apart(int length)
    {
        string[] candidates = [.. Enumerable.Range(0, length).Select(at => new string('a', at) + "b" + new string('a', length - at - 1)), new string('a', length)];
        Assert.Equal(candidates.Reverse(), Slots.Read(Numbered, candidates, Slots.Write(Numbered, candidates, [.. candidates.Reverse()])).Value!);
    }

    [Theory]
    [InlineData("1. One\n2. Two\n3. Three\n", 22)]
    [InlineData("1. One\n2. Two\n3. Three\n4. Four", 22)]
    [InlineData("1. One\r\n2. Two\r\n3. Three", 6)]
    [InlineData("1. One\n2. Two\r3. Three", 13)]
    [InlineData("1. One\n2. One\n3. Three", 10)]
    [InlineData("1. One\n3. Three\n2. Two", 6)]
    [InlineData("1. One\n2. Two", 13)]
    [InlineData("1. One\n\n2. Two\n3. Three", 6)]
    [InlineData("01. One\n2. Two\n3. Three", 0)]
    public void Whatever_is_no_label_fails_where_it_stops_being_one(string text, int position)
    {
        var failure = Slots.Read(Numbered, ["One", "Two", "Three"], text).Failure;
        Assert.Equal(position, failure?.Position);
    }
}
