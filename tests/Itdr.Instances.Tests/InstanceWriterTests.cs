using Itdr.Subtasks;

namespace Itdr.Instances.Tests;

public sealed class InstanceWriterTests
{
    [Fact]
    public void An_instance_is_one_line_with_the_fields_in_order()
    {
        var line = Samples.Written(Samples.Instance);

        Assert.StartsWith("{\"id\":\"top-k.movielens-1m.12\",\"user\":\"12\",\"task\":{", line, StringComparison.Ordinal);
        Assert.EndsWith("},\"relevance\":[0,1]}\n", line, StringComparison.Ordinal);
        Assert.Equal(1, line.Count(static letter => letter == '\n'));
        Assert.DoesNotContain('\r', line);
    }

    [Fact]
    public void Letters_of_every_script_stay_as_they_are_and_line_separators_do_not()
    {
        var line = Samples.Written(Samples.Instance);

        Assert.Contains("\\\"Lantern\\\" \U0001F3AC 灯 — é\\u2028", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_instance_lacks_is_left_out()
    {
        var line = Samples.Written(new Instance<TopKRecommendation, TopKRecommendation.Answer>("top-k.a.1", Samples.Task));

        Assert.DoesNotContain("\"user\"", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\"answer\"", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\"relevance\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_answer_leaves_no_part_of_its_line()
    {
        using var stream = new MemoryStream();
        using var writer = new InstanceWriter<TopKRecommendation, TopKRecommendation.Answer>(stream);
        writer.Write(Samples.Instance);

        Assert.Throws<AnswerRefusedException>(() => writer.Write(Samples.Instance with { Answer = new TopKRecommendation.Answer([Samples.Orchard, new Item("Another")]) }));

        writer.Write(Samples.Instance);
        writer.Flush();
        Assert.Equal(Samples.Written(Samples.Instance, Samples.Instance), System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Many_instances_reach_the_stream_before_the_end()
    {
        using var stream = new MemoryStream();
        using var writer = new InstanceWriter<TopKRecommendation, TopKRecommendation.Answer>(stream);
        for (var count = 0; count < 1000; count++)
        {
            writer.Write(Samples.Instance);
        }

        Assert.True(stream.Length > 0);
        writer.Flush();
        Assert.Equal(1000, stream.ToArray().Count(static value => value == '\n'));
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        using var stream = new MemoryStream();
        using var writer = new JsonLinesWriter(stream);
        writer.Json.WriteStringValue("a\ud83c!");
        writer.EndLine();
        writer.Flush();

        Assert.Equal("\"a\ufffd!\"\n", System.Text.Encoding.UTF8.GetString(stream.ToArray()).Replace("\\uFFFD", "\ufffd", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_without_a_complete_value_cannot_be_ended()
    {
        using var writer = new JsonLinesWriter(Stream.Null);
        Assert.Throws<InvalidOperationException>(writer.EndLine);

        writer.Json.WriteStartObject();
        Assert.Throws<InvalidOperationException>(writer.EndLine);
    }
}
