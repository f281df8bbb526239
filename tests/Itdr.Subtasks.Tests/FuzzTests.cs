using System.Text;
using CsCheck;

namespace Itdr.Subtasks.Tests;

/// <summary>
/// Answers damaged at random, over all subtasks: no exception, a failure that lies within the text, and the second law
/// on each. A million of them, and texts of ten megabytes, with <c>ITDR_FULL=1</c>; a tenth of both otherwise.
/// </summary>
public sealed class FuzzTests
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("ITDR_FULL") == "1";

    private static readonly int Each = (IsFull ? 1_000_000 : 100_000) / 9;

    /// <summary>How long a long text is. A reading that is not linear in the length would not come back from a tenth of it either.</summary>
    private static readonly int Long = IsFull ? 10_000_000 : 1_000_000;

    /// <summary>What models put around and into answers, to be thrown in anywhere.</summary>
    private static readonly string[] Pieces =
    [
        "**", "__", "`", "```", "```json\n", "<think>", "</think>", "\r\n", "\n\n", "\n", "  ", "1. ", "2) ", "#3 ", "- ", "• ", "Here is my answer:\n", "\nHope this helps!",
        "\"", "“", "”", "’", ".", "!", ",", ";", ": ", " - because", " (", ")", "/10", "/5", " out of 10", "4,5", "4.0", "-1", "1e9", "½", "{", "}", "[", "]", "{\"ranking\":[", "null",
        "country: ", "Gender: ", "1 May 2024", "2024-05-01 10:30", "MAY", "; ", " / ", "true", "FALSE", "days: ", "\nflags:\n", "Monday, ", "age_group: ", "\0", "\uD800", "\u202E", "é", "愛", "🎬", "Rating: ",
    ];

    [Fact]
    public void Damaged_rankings_obey_the_second_law() => Fuzz<TopKRecommendation, TopKRecommendation.Answer>(RandomTasks.TopK);

    [Fact]
    public void Damaged_rankings_across_domains_obey_the_second_law() => Fuzz<CrossDomainRecommendation, CrossDomainRecommendation.Answer>(RandomTasks.CrossDomain);

    [Fact]
    public void Damaged_choices_obey_the_second_law() => Fuzz<NextItemRecommendation, NextItemRecommendation.Answer>(RandomTasks.NextItem);

    [Fact]
    public void Damaged_ratings_obey_the_second_law() => Fuzz<RatingPrediction, RatingPrediction.Answer>(RandomTasks.Rating);

    [Fact]
    public void Damaged_attributes_obey_the_second_law() => Fuzz<UserAttributePrediction, UserAttributePrediction.Answer>(RandomTasks.Attributes);

    [Fact]
    public void Damaged_summaries_obey_the_second_law() => Fuzz<InterestRecognition, InterestRecognition.Answer>(RandomTasks.Interests);

    [Fact]
    public void Damaged_descriptions_of_users_obey_the_second_law() => Fuzz<TargetUserIdentification, TargetUserIdentification.Answer>(RandomTasks.TargetUsers);

    [Fact]
    public void Damaged_answers_of_several_slots_obey_the_second_law() => Fuzz<SeveralSlots, SeveralSlots.Answer>(RandomTasks.Several);

    [Fact]
    public void Damaged_dates_and_lists_obey_the_second_law() => Fuzz<DatesAndLists, DatesAndLists.Answer>(RandomTasks.DatesAndLists);

    [Theory]
    [InlineData("best: B \nall:\n- Movie - A\n- B\nwhy: so")]
    [InlineData("best: B\n\nall:\n- Movie - A\n- B\nwhy: so")]
    [InlineData("best: B\nall:\n- Movie - A \n- B\nwhy: so")]
    [InlineData("best: B\nall:\n-  Movie - A\n- B\nwhy: so")]
    public void White_space_between_slots_is_recorded(string text)
    {
        var task = new SeveralSlots(["Movie - A", "B"]);
        Laws.NoRepairMeansTheLabelItself<SeveralSlots, SeveralSlots.Answer>(task, text);
        Assert.Equal(RepairKind.Spacing, Assert.Single(SeveralSlots.Parse(task, text).Repairs).Kind);
    }

    [Fact]
    public void Repairs_behind_other_line_ends_stand_where_the_text_as_it_came_has_them()
    {
        var parsed = SeveralSlots.Parse(new SeveralSlots(["Movie - A", "B"]), "best: B\r\nall:\r\n- Movie - A\r\n- B\r\nWHY: so");
        Assert.Equal([(RepairKind.LineEnds, 7), (RepairKind.Case, 31)], parsed.Repairs.Select(repair => (repair.Kind, repair.Position)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\n")]
    [InlineData("1. \n")]
    [InlineData("1. Heat Street\n")]
    [InlineData("Heat Street, ")]
    [InlineData("Heat Street - ")]
    [InlineData("**")]
    [InlineData("_ *")]
    [InlineData("\"")]
    [InlineData("7")]
    [InlineData("7 ")]
    [InlineData("4\n")]
    [InlineData("{\"a\":")]
    [InlineData("[")]
    [InlineData("```\n")]
    [InlineData("<think>")]
    [InlineData("country: x\n")]
    [InlineData("x: y\r\n")]
    [InlineData("1 May 2024")]
    [InlineData("1 May 2024 ")]
    [InlineData("1 MAY 2024, ")]
    [InlineData("- 12 May 2024\n")]
    [InlineData("1 M")]
    [InlineData("- tag\n")]
    [InlineData("tag, ")]
    public void Megabytes_of_anything_are_read_to_their_end(string unit)
    {
        var text = new StringBuilder(Long + unit.Length).Insert(0, unit, Long / unit.Length).ToString();
        var items = new[] { new Item("Heat Street"), new Item("Paper Boats"), new Item("Small Thunder") };
        Laws.NoRepairMeansTheLabelItself<TopKRecommendation, TopKRecommendation.Answer>(new TopKRecommendation(ItemDomain.Movies, [], items), text);
        Laws.NoRepairMeansTheLabelItself<NextItemRecommendation, NextItemRecommendation.Answer>(new NextItemRecommendation(ItemDomain.Movies, [], items), text);
        Laws.NoRepairMeansTheLabelItself<RatingPrediction, RatingPrediction.Answer>(new RatingPrediction(ItemDomain.Movies, RatingScale.HalfPoints, [], items[0]), text);
        Laws.NoRepairMeansTheLabelItself<UserAttributePrediction, UserAttributePrediction.Answer>(new UserAttributePrediction(ItemDomain.Movies, items, []), text);
        Laws.NoRepairMeansTheLabelItself<InterestRecognition, InterestRecognition.Answer>(new InterestRecognition(ItemDomain.Books, [], [], []), text);
        Laws.NoRepairMeansTheLabelItself<OneDay, OneDay.Answer>(new OneDay("When?"), text);
        Laws.NoRepairMeansTheLabelItself<SomeDays, SomeDays.Answer>(new SomeDays("When?"), text);
        Laws.NoRepairMeansTheLabelItself<SomeTags, SomeTags.Answer>(new SomeTags("Which?"), text);
        Laws.NoRepairMeansTheLabelItself<SomeShares, SomeShares.Answer>(new SomeShares("Which?"), text);
    }

    [Theory]
    [InlineData("released: ", "1 May 2024 ")]
    [InlineData("released: ", "31 February 2024 ")]
    [InlineData("released: 1 May 2024\nseen: 2024-05-01 10:30\ntags: ", "a; ")]
    [InlineData("released: 1 May 2024\nseen: 2024-05-01 10:30\ntags: a\nyears: ", "1999, ")]
    [InlineData("released: 1 May 2024\nseen: 2024-05-01 10:30\ntags: a\nyears: 1999\nflags:\n", "- TRUE\n")]
    [InlineData("released: 1 May 2024\nseen: 2024-05-01 10:30\ntags: a\nyears: 1999\nflags:\n1. true\ndays: ", "Wednesday, May 1, 2024/")]
    public void Reading_dates_and_lists_takes_memory_that_is_linear_in_the_length(string start, string unit)
    {
        var task = new DatesAndLists("When?");
        var (small, large) = (Allocated(1), Allocated(10));
        Assert.True(large < 15 * small, $"1 MB takes {small} bytes and 10 MB take {large}.");

        long Allocated(int megabytes)
        {
            var text = start + new StringBuilder().Insert(0, unit, megabytes * 1_000_000 / unit.Length);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Laws.NoRepairMeansTheLabelItself<DatesAndLists, DatesAndLists.Answer>(task, text);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static void Fuzz<TTask, TAnswer>(Gen<(TTask Task, TAnswer Answer)> pairs)
        where TTask : ISubtask<TTask, TAnswer> =>
        pairs.SelectMany(pair => Damaged(Laws.LabelOrNull(pair.Task, pair.Answer) ?? "").Select(text => (pair.Task, Text: text))).Sample(
            sample => Laws.NoRepairMeansTheLabelItself<TTask, TAnswer>(sample.Task, sample.Text),
            iter: Each);

    private static Gen<string> Damaged(string label) =>
        Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[0, 4], Gen.Int[0, Pieces.Length - 1]).Array[1, 6].Select(damages =>
        {
            var text = label;
            foreach (var (seed, kind, piece) in damages)
            {
                var at = seed % (text.Length + 1);
                var cut = Math.Min(text.Length - at, seed % 7);
                text = kind switch
                {
                    0 => text[..at] + text[(at + cut)..],
                    1 => text[..at] + text[at..].ToUpperInvariant(),
                    2 => text[at..] + text[..at],
                    _ => text[..at] + Pieces[piece] + text[at..],
                };
            }

            return text;
        });
}
