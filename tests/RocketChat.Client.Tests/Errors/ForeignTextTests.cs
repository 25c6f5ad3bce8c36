using RocketChat.Client.Errors;

namespace RocketChat.Client.Tests.Errors;

public sealed class ForeignTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Équipe 03 – 日本 😀", "Équipe 03 – 日本 😀")]
    [InlineData("a\u001B[31mred", "a\\u001B[31mred")]
    [InlineData("\u001B]0;title\u0007", "\\u001B]0;title\\u0007")]
    [InlineData("line\r\nError: forged\t!", "line\\r\\nError: forged\\t!")]
    [InlineData("c1\u009B31m \u0085", "c1\\u009B31m \\u0085")]
    [InlineData("abc\u202Etxt.exe\u2066", "abc\\u202Etxt.exe\\u2066")]
    [InlineData("zero\u200Bwidth\uFEFF", "zero\\u200Bwidth\\uFEFF")]
    [InlineData("a\u2028b\u2029c", "a\\u2028b\\u2029c")]
    [InlineData("tag \U000E0041", "tag \\U000E0041")]
    public void Clean_ForeignText_ShowsControlAndFormatCharactersAsEscapes(string text, string expected) =>
        Assert.Equal(expected, ForeignText.Clean(text));

    [Fact]
    public void Clean_LoneSurrogates_ShowsThemAsEscapes() => Assert.Equal("x\\uD83Dy\\uDE00", ForeignText.Clean("x\uD83Dy\uDE00"));

    [Fact]
    public void Clean_NoText_IsRefused() => Assert.Throws<ArgumentNullException>(() => ForeignText.Clean(null!));

    [Theory]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("abcde", 4, "abcd …")]
    [InlineData("abc😀", 4, "abc …")]
    [InlineData("abc\n", 4, "abc …")]
    public void Clean_LongText_IsCutBetweenCharacters(string text, int maxLength, string expected) =>
        Assert.Equal(expected, ForeignText.Clean(text, maxLength));
}
