using CsCheck;

namespace Itdr.Tests.Rendering;

public sealed class PromptWriterTests
{
    [Fact]
    public void Any_sequence_of_pieces_reads_as_their_concatenation()
    {
        Gen.String.Array.Sample(pieces =>
        {
            var writer = new PromptWriter(stackalloc char[8]);
            foreach (var piece in pieces)
            {
                writer.Append(piece);
                writer.Append('|');
            }

            var text = writer.ToString();
            writer.Dispose();
            Assert.Equal(string.Concat(pieces.Select(piece => piece + "|")), text);
        });
    }

    [Fact]
    public void A_null_string_writes_nothing()
    {
        var writer = new PromptWriter([]);
        writer.Append((string?)null);
        Assert.Equal(0, writer.Length);
    }

    [Fact]
    public void A_number_is_written_in_the_invariant_culture_and_grows_the_buffer()
    {
        var writer = new PromptWriter([]);
        writer.Append(1234.5m);
        writer.Append(' ');
        writer.Append(0.5, "0.000");
        Assert.Equal("1234.5 0.500", writer.ToString());
        writer.Dispose();
    }

    [Fact]
    public void Truncating_takes_back_what_was_written_last()
    {
        var writer = new PromptWriter(stackalloc char[4]);
        writer.Append("kept, not kept");
        writer.Truncate(4);
        Assert.Equal("kept", writer.ToString());
        writer.Dispose();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Truncating_to_a_length_that_was_not_reached_is_refused(int length)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            var writer = new PromptWriter(stackalloc char[4]);
            writer.Append("ab");
            writer.Truncate(length);
        });
    }

    [Fact]
    public void A_text_that_fits_the_lent_buffer_allocates_only_the_string()
    {
        static string Write()
        {
            var writer = new PromptWriter(stackalloc char[64]);
            writer.Append("The user has rated ");
            writer.Append(12);
            writer.Append(" items.");
            var text = writer.ToString();
            writer.Dispose();
            return text;
        }

        var expected = Write();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var text = Write();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(expected, text);
        Assert.InRange(allocated, 1, 24 + (2 * text.Length) + 8);
    }
}
