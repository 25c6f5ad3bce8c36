using RocketTfProvider.Commands.Hcl;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Commands;

public sealed class HclTextTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    [InlineData("équipe 東京 🚀", "\"équipe 東京 🚀\"")]
    [InlineData("a \"quote\" \\ back", "\"a \\\"quote\\\" \\\\ back\"")]
    [InlineData("two\nlines\r\n\tand a tab", "\"two\\nlines\\r\\n\\tand a tab\"")]
    [InlineData("${var.x} %{if true}", "\"$${var.x} %%{if true}\"")]
    [InlineData("$ { % 100%", "\"$ { % 100%\"")]
    [InlineData("$${x} %%{y}", "\"$\\u0024{x} %\\u0025{y}\"")]
    [InlineData("\u202Egnp.exe", "\"\\u202egnp.exe\"")]
    [InlineData("\u001B[31m\u0000", "\"\\u001b[31m\\u0000\"")]
    [InlineData("\u2028", "\"\\u2028\"")]
    public void Quote_OfText_EscapesWhatHclWouldRead(string text, string expected) => Assert.Equal(expected, HclText.Quote(text));

    [Fact]
    public void Quote_OfFormatCharacterBeyondTheBasicPlane_HasTheLongEscape() =>
        Assert.Equal("\"\\U000e0001\"", HclText.Quote("\U000E0001"));

    [Fact]
    public void Of_Values_WritesLiterals()
    {
        Assert.Equal("true", HclText.Of(TfValue.True));
        Assert.Equal("0.5", HclText.Of(TfValue.Of(TfNumber.Parse("0.5"))));
        Assert.Equal("""["b", "a"]""", HclText.Of(TfValue.List([TfValue.Of("b"), TfValue.Of("a")])));
        Assert.Equal("""["a", "b"]""", HclText.Of(TfValue.Set([TfValue.Of("b"), TfValue.Of("a")])));
        Assert.Equal("\"x\"", HclText.Of(TfValue.Dynamic(TfType.String, TfValue.Of("x"))));
    }
}
