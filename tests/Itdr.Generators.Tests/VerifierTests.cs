using Xunit.Sdk;

namespace Itdr.Generators.Tests;

public sealed class VerifierTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_text_that_was_never_verified_fails_and_is_written_beside_the_test()
    {
        var error = Assert.Throws<XunitException>(() => Verify("one\r\ntwo"));

        Assert.Contains("Some.Name.received.txt", error.Message, StringComparison.Ordinal);
        Assert.Equal("one\ntwo", File.ReadAllText(folder["Some.Name.received.txt"]));
    }

    [Fact]
    public void A_difference_fails_with_the_first_line_that_differs()
    {
        File.WriteAllText(folder["Some.Name.verified.txt"], "one\ntwo");

        var error = Assert.Throws<XunitException>(() => Verify("one\n2"));

        Assert.Contains("Line 2: expected \"two\", found \"2\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("Line 3: expected the end, found \"\"", Assert.Throws<XunitException>(() => Verify("one\ntwo\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verified_text_passes_whatever_its_line_ends_and_removes_a_stale_received_file()
    {
        File.WriteAllText(folder["Some.Name.verified.txt"], "one\r\ntwo");
        File.WriteAllText(folder["Some.Name.received.txt"], "old");

        Verify("one\ntwo");

        Assert.Equal(["Some.Name.verified.txt"], folder.Entries());
    }

    private void Verify(string text) => Verifier.Verify(text, folder["Some.cs"], "Name");
}
