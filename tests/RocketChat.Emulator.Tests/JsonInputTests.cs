using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;

namespace RocketChat.Emulator.Tests;

/// <summary>Text that is not well-formed Unicode becomes what the database of a real server makes of it.</summary>
public sealed class JsonInputTests
{
    [Theory]
    [InlineData("""
        "a\ud800b"
        """, "a\ufffdb")]
    [InlineData("""
        "a\udc00"
        """, "a\ufffd")]
    [InlineData("""
        "\ud83d\ude00"
        """, "\ud83d\ude00")]
    [InlineData("""
        "\ud83d\ud83d\ude00"
        """, "\ufffd\ud83d\ude00")]
    [InlineData("""
        "\\ud800"
        """, "\\ud800")]
    [InlineData("""
        "\\\ud800"
        """, "\\\ufffd")]
    [InlineData("""
        "\ud800
        """, null)]
    public void WellFormed_Escapes_LeavesPairsAndReplacesTheRest(string json, string? expected)
    {
        Assert.Equal(expected is not null, JsonText.TryParse(json.Trim(), out var node));
        Assert.Equal(expected, node?.GetValue<string>());
    }

    [Fact]
    public void WellFormed_BytesThatAreNotUtf8_AreReplaced() =>
        Assert.Equal("\"a\ufffd\"", Encoding.UTF8.GetString(JsonInput.WellFormed([(byte)'"', (byte)'a', 0xff, (byte)'"'])));

    [Fact]
    public async Task LoneSurrogate_InSetting_IsReadBackAndDumped()
    {
        await using var emulated = await Emulated.StartAsync();

        var (written, _) = await emulated.PostAsync("api/v1/settings/Site_Name", """{"value":"a\ud800b"}""");

        Assert.Equal(200, written);
        Assert.Equal("a\ufffdb", (await emulated.GetAsync("api/v1/settings/Site_Name")).Body["value"]!.ToString());
        using var dump = await emulated.RawAsync("GET", "_emulator/state", user: null);
        var state = await dump.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("a\ufffdb", JsonNode.Parse(state)!["settings"]!["Site_Name"]!.ToString());
        Assert.Equal(200, (await emulated.SendAsync("PUT", "_emulator/state", state, user: null)).Status);
    }
}
