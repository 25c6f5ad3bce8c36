using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Schemas;

public sealed class DurationTests
{
    [Theory]
    [InlineData("300ms", 300)]
    [InlineData("30s", 30_000)]
    [InlineData("5m", 300_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("1m0.25s", 60_250)]
    [InlineData("1h1m1s1ms", 3_661_001)]
    [InlineData("0s", 0)]
    public void TryParse_Duration_IsRead(string text, long milliseconds)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("5 m")]
    [InlineData(" 5m")]
    [InlineData("5m\n")]
    [InlineData("30m1h")]
    [InlineData("5M")]
    [InlineData("1d")]
    [InlineData("5m5m")]
    [InlineData("1e3s")]
    [InlineData(".5s")]
    [InlineData("1.s")]
    [InlineData("99999999999999999999s")]
    [InlineData("\u0665m")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(1, "1ms")]
    [InlineData(90_000, "1m30s")]
    [InlineData(3_661_001, "1h1m1s1ms")]
    [InlineData(180_000_000, "50h")]
    public void Format_Duration_ReadsBackAsItself(long milliseconds, string text)
    {
        Assert.Equal(text, Duration.Format(TimeSpan.FromMilliseconds(milliseconds)));
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
    }

    [Theory]
    [InlineData("1ms", true)]
    [InlineData("24h", true)]
    [InlineData("0s", false)]
    [InlineData("24h1ms", false)]
    [InlineData("soon", false)]
    [InlineData("\u0665m", false)]
    public void Validator_Text_MustBeALimit(string text, bool valid)
    {
        var diagnostics = new DiagnosticList();

        Duration.Validator(TfValue.Of(text), AttributePath.To("a"), diagnostics);

        Assert.Equal(valid, diagnostics.Count == 0);
    }

    [Fact]
    public void Validator_Refusal_ShowsWhatALimitLooksLike()
    {
        var diagnostics = new DiagnosticList();

        Duration.Validator(TfValue.Of("soon"), AttributePath.To("a"), diagnostics);

        var error = Assert.Single(diagnostics);
        Assert.Equal("Invalid duration", error.Summary);
        Assert.Equal("`a` must be a duration such as `30s`, `5m` or `1h30m`, longer than zero and at most `24h`.", error.Detail);
        Assert.Equal(AttributePath.To("a"), error.Path);
    }
}
