using System.Text;
using CsCheck;
using Itdr.Subtasks;

namespace Itdr.Instances.Tests;

public sealed class InstanceReaderTests
{
    private static readonly string Line = Samples.Written(Samples.Instance);

    [Fact]
    public void What_was_written_reads_back()
    {
        var unlabelled = new Instance<TopKRecommendation, TopKRecommendation.Answer>("top-k.a.1", Samples.Task) { Item = "9" };
        using var reader = Samples.Reader(Samples.Written(Samples.Instance, unlabelled));

        var read = reader.ReadAll().ToList();

        Assert.Equal(2, read.Count);
        Assert.Equal(Samples.Instance.Task, read[0].Task);
        Assert.Equal(Samples.Instance.Answer, read[0].Answer);
        Assert.Equal([0, 1], read[0].Relevance);
        Assert.Equal(("top-k.movielens-1m.12", "12", null), (read[0].Id, read[0].User, read[0].Item));
        Assert.False(read[1].HasAnswer);
        Assert.Equal("9", read[1].Item);
    }

    [Fact]
    public void Any_title_and_relevance_reads_back()
    {
        var instances =
            from titles in Gen.String[Gen.Char.Where(static letter => !char.IsSurrogate(letter)), 1, 40].Array[2, 5].Where(static titles => titles.Distinct().Count() == titles.Length)
            from relevance in Gen.Double[0, 1e6].Array[titles.Length]
            select new Instance<TopKRecommendation, TopKRecommendation.Answer>(titles[0], new TopKRecommendation(ItemDomain.Movies, [], [.. titles.Select(static title => new Item(title))]))
            {
                User = titles[1],
                Relevance = relevance,
            };

        instances.Sample(
            static instance =>
            {
                using var reader = Samples.Reader(Samples.Written(instance));
                Assert.True(reader.TryRead(out var read));
                Assert.Equal(instance.Task, read.Task);
                Assert.Equal(instance.Relevance, read.Relevance);
                Assert.Equal((instance.Id, instance.User), (read.Id, read.User));
                Assert.False(reader.TryRead(out _));
            },
            iter: 300);
    }

    [Fact]
    public void A_last_line_that_is_cut_off_is_said_to_be_so()
    {
        using var reader = Samples.Reader(Line + Line[..^30]);
        Assert.True(reader.TryRead(out _));

        var error = Assert.Throws<DatasetFormatException>(() => reader.TryRead(out _));

        Assert.Equal("top.jsonl:2: the last line is cut off, so the file is not complete.", error.Message);
    }

    [Fact]
    public void A_whole_last_line_needs_no_line_end()
    {
        using var reader = Samples.Reader(Line.TrimEnd('\n'));

        Assert.Single(reader.ReadAll());
    }

    [Fact]
    public void Crlf_line_ends_are_read_as_well()
    {
        using var reader = Samples.Reader(Line.Replace("\n", "\r\n", StringComparison.Ordinal) + Line);

        Assert.Equal(2, reader.ReadAll().Count());
    }

    [Fact]
    public void An_empty_file_has_no_instance()
    {
        using var reader = Samples.Reader("");

        Assert.False(reader.TryRead(out _));
    }

    [Theory]
    [InlineData("\n", "top.jsonl:1: the line is empty.")]
    [InlineData("[]\n", "top.jsonl:1: the line is not a JSON object.")]
    [InlineData("{\"id\" 1}\n", "top.jsonl:1: the line is not JSON at byte 7.")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}\n", "top.jsonl:1: a field stands in the line twice")]
    [InlineData("{\"id\":\"\\ud83c\"}\n", "top.jsonl:1: id: expected a string without half of a surrogate pair, found \"\\ud83c\".")]
    [InlineData("{\"\\ud83c\":1}\n", "top.jsonl:1: the name of a field holds half of a surrogate pair.")]
    [InlineData("{}\n", "top.jsonl:1: id: expected a value, found nothing.")]
    [InlineData("{\"id\":7}\n", "top.jsonl:1: id: expected a string, found 7.")]
    [InlineData("{\"id\":\"a\"}\n", "top.jsonl:1: task: expected a value, found nothing.")]
    [InlineData("{\"id\":\"a\",\"tsak\":{}}\n", "top.jsonl:1: expected only the fields id, user, item, task, answer, relevance and no \"tsak\"")]
    [InlineData("{\"id\":\"a\",\"user\":3,\"task\":{}}\n", "top.jsonl:1: task.")]
    public void A_line_that_is_no_instance_is_refused_with_its_place(string text, string message)
    {
        using var reader = Samples.Reader(text);

        var error = Assert.Throws<DatasetFormatException>(() => reader.TryRead(out _));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Line);
    }

    [Theory]
    [InlineData("\"relevance\":[0,1]", "\"relevance\":[0,1,1]", "relevance: expected 2 numbers, one for each of candidates, found [0,1,1].")]
    [InlineData("\"relevance\":[0,1]", "\"relevance\":[0,-1]", "relevance[1]: expected a number from 0 up, found -1.")]
    [InlineData("\"relevance\":[0,1]", "\"relevance\":[0,1e999]", "relevance[1]: expected a number")]
    [InlineData("\"title\":\"Orchard", "\"titel\":\"Orchard", "task.history[0]: expected only the fields")]
    [InlineData("\"ranking\":[", "\"ranking\":[\"Nothing of the kind\",", "answer.ranking")]
    public void A_wrong_field_is_refused_by_its_path(string old, string changed, string problem)
    {
        var position = Line.IndexOf(old, StringComparison.Ordinal);
        using var reader = Samples.Reader(Line + Line[..position] + changed + Line[(position + old.Length)..]);
        Assert.True(reader.TryRead(out _));

        var error = Assert.Throws<DatasetFormatException>(() => reader.TryRead(out _));

        Assert.StartsWith($"top.jsonl:2: {problem}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_utf_8_are_refused()
    {
        using var reader = Samples.Reader(Encoding.Latin1.GetBytes("{\"id\":\"\u00e9\"}\n"));

        var error = Assert.Throws<DatasetFormatException>(() => reader.TryRead(out _));

        Assert.Equal("top.jsonl:1: the line is not valid UTF-8.", error.Message);
    }

    [Fact]
    public void Reading_goes_on_behind_a_line_that_is_refused()
    {
        using var reader = Samples.Reader("{}\n" + Line);
        Assert.Throws<DatasetFormatException>(() => reader.TryRead(out _));

        Assert.True(reader.TryRead(out var instance));
        Assert.Equal((2, "12"), (reader.Line, instance.User));
    }

    [Fact]
    public void Lines_longer_than_the_buffer_are_read_whole()
    {
        var title = new string('x', 300_000);
        var long1 = new Instance<TopKRecommendation, TopKRecommendation.Answer>("a", new TopKRecommendation(ItemDomain.Movies, [], [new Item(title), new Item("b")]));
        using var reader = Samples.Reader(Samples.Written(Samples.Instance, long1, Samples.Instance, long1));

        Assert.Equal([31, 300_000, 31, 300_000], reader.ReadAll().Select(static instance => instance.Task.Candidates.Max(static item => item.Title.Length)));
    }

    [Fact]
    public void A_task_without_candidates_has_no_relevance()
    {
        using var stream = new MemoryStream();
        using var writer = new InstanceWriter<UserAttributePrediction, UserAttributePrediction.Answer>(stream);
        writer.Write(new Instance<UserAttributePrediction, UserAttributePrediction.Answer>("a", new UserAttributePrediction(ItemDomain.Movies, [Samples.Orchard], ["gender"])) { Relevance = [1] });
        writer.Flush();
        using var reader = new InstanceReader<UserAttributePrediction, UserAttributePrediction.Answer>(new MemoryStream(stream.ToArray()), "u.jsonl");

        var error = Assert.Throws<DatasetFormatException>(() => reader.TryRead(out _));

        Assert.Equal("u.jsonl:1: relevance: expected no field, since the subtask has no candidates, found [1].", error.Message);
    }
}
