using RocketChat.Emulator.Seeding;
using RocketTfProvider.Connection;
using RocketTfProvider.Tests.Wire;

namespace RocketTfProvider.Tests;

/// <summary>The data source shows what the account may read; the rest is null.</summary>
public sealed class ServerDataSourceTests
{
    [Theory]
    [InlineData("3.11", false)]
    [InlineData("6.5", true)]
    [InlineData("7.10", true)]
    [InlineData("8.8", true)]
    [InlineData("9.0", true)]
    public async Task Read_ByAPlainAccount_LeavesTheRestNull(string version, bool reportsLicense)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = version });
        await session.ConfigureAsync("aliceAliceAlice01", DefaultSeed.AliceToken);

        var server = await ReadAsync(session);

        server.Says();
        Assert.StartsWith(version, server.Value.Attributes["version"].String, StringComparison.Ordinal);
        Assert.True(server.Value.Attributes["tested"].Bool);
        Assert.True(server.Value.Attributes["registered"].IsNull);
        Assert.True(server.Value.Attributes["unique_id"].IsNull);
        Assert.Equal(reportsLicense, !server.Value.Attributes["license_modules"].IsNull);
    }

    [Fact]
    public async Task Read_OfAnUnregisteredWorkspaceWithoutLicense_ShowsNeither()
    {
        await using var session = await ProviderSession.StartAsync();

        var server = await ReadAsync(session);

        server.Says();
        Assert.False(server.Value.Attributes["registered"].Bool);
        Assert.True(server.Value.Attributes["workspace_id"].IsNull);
        Assert.Empty(server.Value.Attributes["license_modules"].Elements);
    }

    private static Task<Outcome> ReadAsync(ProviderSession session) =>
        session.ReadDataSourceAsync("rocketchat_server", ServerSchema.Instance, ProviderSession.ObjectOf(ServerSchema.Instance, []));
}
