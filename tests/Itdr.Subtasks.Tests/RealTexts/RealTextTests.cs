using System.Text.Json;

namespace Itdr.Subtasks.Tests.RealTexts;

/// <summary>Every text of the table is read as the table says.</summary>
public sealed class RealTextTests
{
    public static TheoryData<string, string> Labels => Rows(text => text.IsLabel);

    public static TheoryData<string, string> Repaired => Rows(text => text.IsRepaired);

    public static TheoryData<string, string> Failures => Rows(text => text.Value is null);

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_label_is_read_with_no_repair_also_strictly(string subtask, string heading)
    {
        var text = RealTextTable.Find(subtask, heading);
        RequireValue(text, ParseOptions.Strict);
        RequireValue(text, ParseOptions.Default);
    }

    [Theory]
    [MemberData(nameof(Repaired))]
    public void A_text_that_is_not_a_label_gives_its_value_and_the_repairs_it_took(string subtask, string heading)
    {
        var text = RealTextTable.Find(subtask, heading);
        RequireValue(text, ParseOptions.Default);
        RequireFailure(text, ParseOptions.Strict);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_text_that_is_no_answer_fails_at_a_place_within_it(string subtask, string heading)
    {
        var text = RealTextTable.Find(subtask, heading);
        RequireFailure(text, ParseOptions.Default);
        RequireFailure(text, ParseOptions.Strict);
    }

    [Fact]
    public void The_table_has_labels_repaired_texts_and_failures_of_every_subtask()
    {
        foreach (var texts in RealTextTable.All.GroupBy(text => text.Subtask))
        {
            Assert.True(texts.Count(text => text.IsLabel) >= 3, texts.Key);
            Assert.True(texts.Count(text => text.IsRepaired) >= 25, texts.Key);
            Assert.True(texts.Count(text => text.Value is null) >= 15, texts.Key);
        }

        Assert.Equal(
            ["next-item", "rating-prediction", "top-k", "user-attributes"],
            RealTextTable.All.Select(text => text.Subtask).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_needs_every_kind_of_repair() =>
        Assert.Empty(Enum.GetValues<RepairKind>().Except(RealTextTable.All.SelectMany(text => text.Repairs)));

    private static TheoryData<string, string> Rows(Func<RealText, bool> wanted)
    {
        var rows = new TheoryData<string, string>();
        foreach (var text in RealTextTable.All.Where(wanted))
        {
            rows.Add(text.Subtask, text.Heading);
        }

        return rows;
    }

    private static void RequireValue(RealText text, ParseOptions options)
    {
        var read = RealTextReading.Of(text, options);
        Assert.True(read.Failure is null, $"{read.Failure}\n{text.Text}");
        Assert.True(HasValue(read, text), $"expected {text.Value}\nfound {read.Value}");
        Assert.Equal(text.Repairs, read.Repairs);
    }

    private static void RequireFailure(RealText text, ParseOptions options)
    {
        var read = RealTextReading.Of(text, options);
        Assert.True(read.Failure is not null, $"read as {read.Value} with {string.Join(", ", read.Repairs)}\n{text.Text}");
        Assert.InRange(read.Failure!.Position, 0, text.Text.Length);
        Assert.NotEmpty(read.Failure.Expected);
    }

    private static bool HasValue(RealTextReading read, RealText text)
    {
        using var expected = JsonDocument.Parse(text.Value!);
        using var found = JsonDocument.Parse(read.Value!);
        return JsonElement.DeepEquals(expected.RootElement, found.RootElement);
    }
}
