using TerraformPlugin.Rpc;

namespace TerraformPlugin.Tests.Rpc;

public sealed class StatusTextTests
{
    [Theory]
    [InlineData("No such method.", "No such method.")]
    [InlineData("100 %", "100 %25")]
    [InlineData("two\r\nlines", "two%0D%0Alines")]
    [InlineData("ü", "%C3%BC")]
    [InlineData("~\u007f", "~%7F")]
    public void Encode_Text_IsPrintableAscii(string text, string encoded) => Assert.Equal(encoded, StatusText.Encode(text));
}
