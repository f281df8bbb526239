namespace Itdr.Tests.Rendering;

public sealed class ListLayoutTests
{
    public static TheoryData<ListLayout, string> Layouts => new()
    {
        { ListLayout.Inline, "a, b, c" },
        { ListLayout.Numbered, "1. a\n2. b\n3. c" },
        { ListLayout.Bulleted, "- a\n- b\n- c" },
        { new ListLayout(ListStyle.Inline, "; "), "a; b; c" },
        { new ListLayout(ListStyle.Numbered, "\n\n"), "1. a\n\n2. b\n\n3. c" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Each_style_writes_its_own_form(ListLayout layout, string expected)
    {
        var writer = new PromptWriter([]);
        layout.Write(ref writer, ["a", "b", "c"]);
        Assert.Equal(expected, writer.ToString());
        writer.Dispose();
    }

    [Fact]
    public void An_empty_list_writes_nothing()
    {
        var writer = new PromptWriter([]);
        ListLayout.Numbered.Write(ref writer, []);
        Assert.Equal(0, writer.Length);
    }
}
