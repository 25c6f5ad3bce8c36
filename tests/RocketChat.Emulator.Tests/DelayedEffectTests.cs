using Microsoft.Extensions.Time.Testing;

namespace RocketChat.Emulator.Tests;

/// <summary>Settings that a server writes by itself a moment after another one has changed, as seen on 3.11.1 and 6.5.3.</summary>
public sealed class DelayedEffectTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(50));

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    public async Task FederationStatus_FollowsTheSwitchAMomentLater(string profile)
    {
        await using var emulated = await StartAsync(profile);
        await WriteAsync(emulated, "FEDERATION_Enabled", "true");
        _clock.Advance(Moment);
        Assert.Equal("Enabled", await ReadAsync(emulated, "FEDERATION_Status"));

        await WriteAsync(emulated, "FEDERATION_Enabled", "false");
        Assert.Equal("Enabled", await ReadAsync(emulated, "FEDERATION_Status"));
        _clock.Advance(Moment);
        Assert.Equal("Disabled", await ReadAsync(emulated, "FEDERATION_Status"));
    }

    [Theory]
    [InlineData("6.5")]
    [InlineData("7.10")]
    public async Task RegistrationFile_IsThereFromTheStartAndFollowsTheBridgeAMomentLater(string profile)
    {
        const string file = "Federation_Matrix_registration_file";
        await using var emulated = await StartAsync(profile);
        var before = await ReadAsync(emulated, file);
        Assert.Contains("sender_localpart: ", before, StringComparison.Ordinal);

        await WriteAsync(emulated, "Federation_Matrix_bridge_url", "\"http://bridge:3301\"");
        Assert.Equal(before, await ReadAsync(emulated, file));
        _clock.Advance(Moment);
        Assert.Contains("url: http://bridge:3301", await ReadAsync(emulated, file), StringComparison.Ordinal);
    }

    private Task<Emulated> StartAsync(string profile) =>
        Emulated.StartAsync(new EmulatorOptions { VersionProfile = profile, TimeProvider = _clock });

    private static async Task WriteAsync(Emulated emulated, string id, string value) =>
        Assert.Equal(200, (await emulated.PostAsync($"api/v1/settings/{id}", $$"""{"value":{{value}}}""")).Status);

    private static async Task<string> ReadAsync(Emulated emulated, string id) =>
        (await emulated.GetAsync($"api/v1/settings/{id}")).Body["value"]!.GetValue<string>();
}
