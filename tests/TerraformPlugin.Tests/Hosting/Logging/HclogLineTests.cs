using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Hosting.Logging;

namespace TerraformPlugin.Tests.Hosting.Logging;

public sealed class HclogLineTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 23, 7, 10, 10, 543, 210, TimeSpan.FromHours(2));

    [Fact]
    public void Format_Entry_IsOneObjectPerLine()
    {
        var line = Format("hello \"you\"\nthere", ("tf_rpc", "ReadResource"), ("duration_ms", 12), ("ok", true), ("none", null));

        Assert.Equal(
            """
            {"@level":"info","@message":"hello \"you\"\nthere","@module":"provider.sample",
            "@timestamp":"2026-11-23T05:10:10.543210Z","tf_rpc":"ReadResource","duration_ms":12,"ok":true,"none":null}
            """.ReplaceLineEndings("") + "\n",
            line);
    }

    [Theory]
    [InlineData(LogLevel.Trace, "trace")]
    [InlineData(LogLevel.Debug, "debug")]
    [InlineData(LogLevel.Information, "info")]
    [InlineData(LogLevel.Warning, "warn")]
    [InlineData(LogLevel.Error, "error")]
    [InlineData(LogLevel.Critical, "error")]
    public void Format_Level_HasTheReadersName(LogLevel level, string name)
    {
        using var json = JsonDocument.Parse(
            Encoding.UTF8.GetString(HclogLine.Format(Time, level, "provider.sample", "m", new Dictionary<string, object?>())));

        Assert.Equal(name, json.RootElement.GetProperty("@level").GetString());
    }

    [Fact]
    public void Format_FieldNamedLikeOurs_CannotReplaceIt()
    {
        // A CLI panics on a message that is no string.
        using var json = JsonDocument.Parse(Format("text", ("@message", 12.5), ("@timestamp", 7)));

        Assert.Equal("text", json.RootElement.GetProperty("@message").GetString());
        Assert.Single(json.RootElement.EnumerateObject(), property => property.Name == "@message");
    }

    [Theory]
    [InlineData("x", 100_000)]
    [InlineData("\u0001", 100_000)]
    [InlineData("ö", 100_000)]
    [InlineData("😀", 50_000)]
    public void Format_LongMessage_StaysBelowTheReadersLimit(string character, int count)
    {
        var line = Format(string.Concat(Enumerable.Repeat(character, count)));

        Assert.InRange(Encoding.UTF8.GetByteCount(line), 1000, 65535);
        using var json = JsonDocument.Parse(line);
        Assert.True(json.RootElement.GetProperty("shortened_from_bytes").GetInt32() > 65535);
    }

    [Fact]
    public void Format_LongField_KeepsTheMessage()
    {
        using var json = JsonDocument.Parse(Format("text", ("body", new string('b', 100_000))));

        Assert.Equal("text", json.RootElement.GetProperty("@message").GetString());
        Assert.False(json.RootElement.TryGetProperty("body", out _));
    }

    [Fact]
    public void Format_NumberThatJsonLacks_BecomesText()
    {
        using var json = JsonDocument.Parse(Format("text", ("ratio", double.NaN), ("when", TimeSpan.FromSeconds(2))));

        Assert.Equal("NaN", json.RootElement.GetProperty("ratio").GetString());
        Assert.Equal("00:00:02", json.RootElement.GetProperty("when").GetString());
    }

    private static string Format(string message, params (string Name, object? Value)[] fields) => Encoding.UTF8.GetString(
        HclogLine.Format(
            Time, LogLevel.Information, "provider.sample", message, fields.ToDictionary(field => field.Name, field => field.Value)));
}
