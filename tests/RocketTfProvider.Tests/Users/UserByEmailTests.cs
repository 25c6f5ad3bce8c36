using RocketChat.Emulator.Seeding;
using RocketTfProvider.Tests.Wire;
using RocketTfProvider.Users;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Users;

/// <summary>A user is found by email address only by an account that is shown addresses, and any other is told so.</summary>
public sealed class UserByEmailTests
{
    private const string Type = "rocketchat_user";

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("7.10")]
    [InlineData("8.8")]
    public async Task Read_ByAPlainAccount_NamesThePermission(string version)
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = version });
        var bob = Config("bob@example.com");
        (await session.ReadDataSourceAsync(Type, UserSchema.Instance, bob)).Says();

        await session.ConfigureAsync("aliceAliceAlice01", DefaultSeed.AliceToken);
        var refused = await session.ReadDataSourceAsync(Type, UserSchema.Instance, bob);
        var nobody = await session.ReadDataSourceAsync(Type, UserSchema.Instance, Config("nobody@example.com"));

        refused.Says("Error: Permission denied").With("does not show email addresses to this account").With("view-full-other-user-info");
        nobody.Says("Error: Permission denied");
    }

    [Fact]
    public async Task Read_TheAccountItself_IsFoundWhereTheServerLooksForAddresses()
    {
        await using var session = await ProviderSession.StartAsync();
        await session.ConfigureAsync("aliceAliceAlice01", DefaultSeed.AliceToken);

        var own = await session.ReadDataSourceAsync(Type, UserSchema.Instance, Config("ALICE@example.com"));

        own.Says();
        Assert.Equal("alice", own.Value.Attributes["username"].String);
    }

    private static TfValue Config(string email) => ProviderSession.ObjectOf(UserSchema.Instance, new() { ["email"] = TfValue.Of(email) });
}
