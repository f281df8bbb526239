using Itdr.Datasets.Sources.Literals;

namespace Itdr.Datasets.Tests.Sources.Literals;

public class PythonLiteralTests
{
    [Theory]
    [InlineData("u'plain'", "plain")]
    [InlineData("'plain'", "plain")]
    [InlineData("u\"it's\"", "it's")]
    [InlineData(@"u'it\'s'", "it's")]
    [InlineData(@"'say \""hi\""'", "say \"hi\"")]
    [InlineData(@"'back\\slash'", @"back\slash")]
    [InlineData(@"u'two\nlines\tand\r'", "two\nlines\tand\r")]
    [InlineData(@"u'caf\xe9'", "café")]
    [InlineData(@"u'\u5317\u4eac'", "北京")]
    [InlineData(@"u'\U0001f600'", "😀")]
    [InlineData(@"u'\ud83d\ude00'", "😀")]
    [InlineData(@"u'half \ud83d of it'", "half \uFFFD of it")]
    [InlineData(@"'\101\7'", "A\a")]
    [InlineData(@"'\q'", @"\q")]
    [InlineData("''", "")]
    public void Texts_are_read_with_all_their_escapes(string written, string expected)
    {
        Assert.True(PythonLiteral.TryParse(written, out var value, out _));
        Assert.Equal((LiteralKind.Text, expected), (value.Kind, value.Text));
    }

    [Theory]
    [InlineData("9.99", "9.99")]
    [InlineData("-3", "-3")]
    [InlineData("1e-05", "1e-05")]
    [InlineData("612880L", "612880")]
    public void Numbers_are_kept_as_they_are_written(string written, string expected)
    {
        Assert.True(PythonLiteral.TryParse(written, out var value, out _));
        Assert.Equal((LiteralKind.Number, expected), (value.Kind, value.Text));
    }

    [Fact]
    public void Names_lists_tuples_and_dicts_are_read()
    {
        Assert.True(PythonLiteral.TryParse("{u'a': True, 'b': [None, False, u'x', ], u'c': (1, 2), 'd': {}}", out var value, out _));
        Assert.Equal(["a", "b", "c", "d"], value.Entries.Select(static entry => entry.Key));
        Assert.Same(LiteralValue.True, value.Entries[0].Value);
        Assert.Equal([LiteralKind.Nothing, LiteralKind.Truth, LiteralKind.Text], value.Entries[1].Value.Items.Select(static item => item.Kind));
        Assert.Equal(["1", "2"], value.Entries[2].Value.Items.Select(static item => item.Text));
        Assert.Equal(LiteralKind.Map, value.Entries[3].Value.Kind);
    }

    [Theory]
    [InlineData("", "a value is missing at character 1")]
    [InlineData("{u'a': ", "a value is missing at character 8")]
    [InlineData("{u'a' 1}", "a key and a colon are missing at character 7")]
    [InlineData("{1: 2}", "a key and a colon are missing at character 3")]
    [InlineData("u'open", "a text is not closed at character 7")]
    [InlineData(@"u'\", "a text is not closed at character 4")]
    [InlineData(@"u'\x4'", "an escape is cut off or no character at character 5")]
    [InlineData(@"u'\U00110000'", "an escape is cut off or no character at character 5")]
    [InlineData("[1 2]", "a comma or ] is missing at character 4")]
    [InlineData("[1", "a comma or ] is missing at character 3")]
    [InlineData("1.2.3", "a number cannot be read at character 6")]
    [InlineData("__import__('os')", "a value cannot be read at character 1")]
    [InlineData("true", "a value cannot be read at character 1")]
    [InlineData("{} {}", "something follows the value at character 4")]
    public void What_is_no_literal_is_refused_with_its_place(string written, string problem)
    {
        Assert.False(PythonLiteral.TryParse(written, out _, out var found));
        Assert.Equal(problem, found);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("(")]
    [InlineData("{'a':")]
    public void A_literal_nested_100_000_deep_is_refused_and_no_stack_overflows(string open)
    {
        Assert.False(PythonLiteral.TryParse(string.Concat(Enumerable.Repeat(open, 100_000)), out _, out var problem));
        Assert.Contains("values are nested more than 64 deep", problem, StringComparison.Ordinal);
    }
}
