using Microsoft.Extensions.Time.Testing;
using RocketChat.Emulator.Limits;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

public sealed class SecondFactorTests
{
    private const string Write = "api/v1/settings/Push_show_message";
    private const string Secret = "JBSWY3DPEHPK3PXP";

    [Fact]
    public void Totp_VectorOfTheStandard_GivesItsCode()
    {
        // RFC 6238, appendix B, the last six of the eight digits at 59 s.
        Assert.Equal("287082", Totp.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(59)));
    }

    [Fact]
    public async Task WriteSetting_UserWithTotp_NeedsTheCodeOfNow()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var emulated = await Emulated.StartAsync(new EmulatorOptions
        {
            TimeProvider = clock,
            Seed = new WorkspaceSeed
            {
                Users =
                [
                    new UserSeed
                    {
                        Id = DefaultSeed.AdminId,
                        Username = "admin",
                        Password = "pw",
                        Roles = ["admin"],
                        TotpSecret = Secret,
                        Tokens = [new TokenSeed { Name = "plain", Token = DefaultSeed.AdminToken }],
                    },
                ],
            },
        });

        var (missing, challenge) = await emulated.PostAsync(Write, """{"value":true}""");
        var (wrong, refusal) = await emulated.PostAsync(Write, """{"value":true}""", "admin", ("x-2fa-method", "totp"), ("x-2fa-code", "000000"));
        var (right, _) = await emulated.PostAsync(
            Write, """{"value":true}""", "admin", ("x-2fa-method", "totp"), ("x-2fa-code", Totp.CodeAt(Secret, clock.GetUtcNow())));

        Assert.Equal((400, "totp-required", "totp"), (missing, challenge["errorType"]!.ToString(), challenge["details"]!["method"]!.ToString()));
        Assert.Equal((400, "totp-invalid", 200), (wrong, refusal["errorType"]!.ToString(), right));
    }

    [Fact]
    public async Task BulkSettings_JustVerified_NeedsAnotherCode()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var emulated = await Emulated.StartAsync(new EmulatorOptions { TimeProvider = clock });
        clock.Advance(TimeSpan.FromHours(1));
        var (_, login) = await emulated.PostAsync("api/v1/login", """{"user":"admin","password":"admin-password"}""", user: null);
        var session = ("X-Auth-Token", login["data"]!["authToken"]!.ToString());
        var id = ("X-User-Id", DefaultSeed.AdminId);
        var code = ("x-2fa-code", State.User.HashPassword("admin-password"));

        var (first, _) = await emulated.PostAsync(Write, """{"value":true}""", null, session, id, code);
        var (remembered, _) = await emulated.PostAsync(Write, """{"value":true}""", null, session, id);
        var (bulk, body) = await emulated.PostAsync("api/v1/settings", """{"settings":[]}""", null, session, id);

        Assert.Equal((200, 200, 400, "totp-required"), (first, remembered, bulk, body["errorType"]!.ToString()));
    }

    [Fact]
    public async Task Login_UserWithEmailFactor_TakesTheCodeOfTheEmulator()
    {
        await using var emulated = await Emulated.StartAsync(new EmulatorOptions
        {
            Seed = new WorkspaceSeed { Users = [new UserSeed { Username = "eve", Password = "pw", Email = "e@example.com", EmailTwoFactor = true }] },
        });

        var (refused, challenge) = await emulated.PostAsync("api/v1/login", """{"user":"eve","password":"pw"}""", user: null);
        var (done, _) = await emulated.PostAsync("api/v1/login", $$"""{"user":"eve","password":"pw","code":"{{TwoFactor.EmailCode}}"}""", user: null);

        Assert.Equal((401, "totp-required", 200), (refused, challenge["error"]!.ToString(), done));
    }
}
