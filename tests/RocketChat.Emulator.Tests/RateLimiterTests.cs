using Microsoft.Extensions.Time.Testing;

namespace RocketChat.Emulator.Tests;

public sealed class RateLimiterTests
{
    [Fact]
    public async Task Me_EleventhCallInAMinute_IsRefusedUntilTheWindowEnds()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        await using var emulated = await Emulated.StartAsync(new EmulatorOptions { TimeProvider = clock });
        for (var call = 0; call < 10; call++)
        {
            Assert.Equal(200, (await emulated.GetAsync("api/v1/me", user: "alice")).Status);
        }

        using var refused = await emulated.RawAsync("GET", "api/v1/me", user: "alice");
        var reset = refused.Headers.GetValues("X-RateLimit-Reset").Single();
        clock.Advance(TimeSpan.FromMinutes(1));
        var (after, _) = await emulated.GetAsync("api/v1/me", user: "alice");

        Assert.Equal((429, 200), ((int)refused.StatusCode, after));
        Assert.Equal(
            DateTimeOffset.UnixEpoch.AddYears(50).AddMinutes(1).ToUnixTimeMilliseconds().ToString(
                System.Globalization.CultureInfo.InvariantCulture),
            reset);
    }

    [Fact]
    public async Task Me_Administrator_IsNeverLimitedAndGetsNoHeaders()
    {
        await using var emulated = await Emulated.StartAsync();
        for (var call = 0; call < 12; call++)
        {
            using var response = await emulated.RawAsync("GET", "api/v1/me");
            Assert.True(response.IsSuccessStatusCode && !response.Headers.Contains("X-RateLimit-Limit"));
        }
    }
}
