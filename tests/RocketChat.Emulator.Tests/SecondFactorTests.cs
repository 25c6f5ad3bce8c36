using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using RocketChat.Emulator.Authentication;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Methods;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Routes;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

public sealed class SecondFactorTests
{
    private const string Change = """{"settings":[{"_id":"Push_show_message","value":false}]}""";

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
        var (wrong, refusal) = await emulated.PostAsync(
            Write, """{"value":true}""", "admin", ("x-2fa-method", "totp"), ("x-2fa-code", "000000"));
        var (right, _) = await emulated.PostAsync(
            Write, """{"value":true}""", "admin", ("x-2fa-method", "totp"), ("x-2fa-code", Totp.CodeAt(Secret, clock.GetUtcNow())));

        Assert.Equal(
            (400, "totp-required", "totp"), (missing, challenge["errorType"]!.ToString(), challenge["details"]!["method"]!.ToString()));
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
        var (bulk, body) = await emulated.PostAsync("api/v1/settings", Change, null, session, id);

        Assert.Equal((200, 200, 400, "totp-required"), (first, remembered, bulk, body["errorType"]!.ToString()));
    }

    [Fact]
    public async Task Login_UserWithEmailFactor_TakesTheCodeOfTheEmulator()
    {
        await using var emulated = await Emulated.StartAsync(new EmulatorOptions
        {
            Seed = new WorkspaceSeed
            {
                Users =
                [
                    new UserSeed
                    {
                        Username = "eve",
                        Password = "pw",
                        Email = "e@example.com",
                        EmailVerified = true,
                        EmailTwoFactor = true,
                    },
                ],
            },
        });

        var (refused, challenge) = await emulated.PostAsync("api/v1/login", """{"user":"eve","password":"pw"}""", user: null);
        var (done, _) = await emulated.PostAsync(
            "api/v1/login", $$"""{"user":"eve","password":"pw","code":"{{EmailCodes.Code}}"}""", user: null);

        Assert.Equal((401, "totp-required", 200), (refused, challenge["error"]!.ToString(), done));
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("7.10")]
    [InlineData("8.8", "settings")]
    public void Routes_OfEachVersion_AskWhereTheServerAsks(string profile, params string[] ofTheNewest)
    {
        string[] expected =
        [
            .. ofTheNewest, "settings.addCustomOAuth", "settings/:_id", "users.generatePersonalAccessToken",
            "users.regeneratePersonalAccessToken", "users.removePersonalAccessToken", "users.update",
        ];
        var asking = AllRoutes.Of(VersionProfile.Named(profile)).Where(route => route.NeedsTwoFactor).ToArray();

        Assert.Equal(expected, asking.Select(route => route.Path["/api/v1/".Length..]).Order(StringComparer.Ordinal));
        Assert.Equal(
            expected.Where(path => path == "settings"),
            asking.Where(route => !route.TwoFactorIsRemembered).Select(route => route.Path["/api/v1/".Length..]));
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("7.10")]
    [InlineData("8.8")]
    public async Task Methods_OfEachVersion_AskOnlyToSaveSettings(string profile)
    {
        var (emulated, clock) = await StartAsync(profile);
        await using var disposed = emulated;
        clock.Advance(TimeSpan.FromHours(1));
        var session = await LogInAsync(emulated, "admin-password");
        var asking = new List<string>();

        foreach (var method in ServerMethods.Of(VersionProfile.Named(profile)).Keys)
        {
            var message = JsonText.Of(
                new JsonObject { ["msg"] = "method", ["id"] = "1", ["method"] = method, ["params"] = new JsonArray() });
            var (_, body) = await emulated.PostAsync(
                $"api/v1/method.call/{method.Replace('/', ':')}", JsonText.Of(new JsonObject { ["message"] = message }), null, session);
            if (body["message"]!.ToString().Contains("totp-required", StringComparison.Ordinal))
            {
                asking.Add(method);
            }
        }

        Assert.Equal(["saveSetting", "saveSettings"], asking.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("3.11", false, 200)]
    [InlineData("3.11", true, 200)]
    [InlineData("7.10", true, 200)]
    [InlineData("8.8", false, 200)]
    [InlineData("8.8", true, 400)]
    public async Task WriteSetting_FreshAccount_IsAskedOnlyByTheNewestAndOnlyWithSomethingSetUp(string profile, bool totp, int expected)
    {
        var (emulated, clock) = await StartAsync(profile, totp);
        await using var disposed = emulated;
        var session = await LogInAsync(emulated, "admin-password", totp ? Totp.CodeAt(Secret, clock.GetUtcNow()) : null);

        Assert.Equal(expected, (await emulated.PostAsync(Write, """{"value":true}""", null, session)).Status);
        if (profile == "8.8")
        {
            Assert.Equal(expected, (await emulated.PostAsync("api/v1/settings", Change, null, session)).Status);
        }
    }

    [Fact]
    public async Task WriteSetting_PasswordWhereAnAppIsSetUp_IsNoAnswer()
    {
        var (emulated, clock) = await StartAsync("8.8", totp: true);
        await using var disposed = emulated;
        clock.Advance(TimeSpan.FromHours(1));
        var session = await LogInAsync(emulated, "admin-password", Totp.CodeAt(Secret, clock.GetUtcNow()));

        var (status, body) = await emulated.PostAsync(
            Write,
            """{"value":true}""",
            null,
            [.. session, ("x-2fa-method", "password"), ("x-2fa-code", State.User.HashPassword("admin-password"))]);

        Assert.Equal((400, "totp-invalid", "totp"), (status, body["errorType"]!.ToString(), body["details"]!["method"]!.ToString()));
    }

    [Theory]
    [InlineData("3.11", "Accounts_TwoFactorAuthentication_Enabled", false, 400)]
    [InlineData("3.11", "Accounts_TwoFactorAuthentication_Enforce_Password_Fallback", false, 200)]
    [InlineData("3.11", "Accounts_TwoFactorAuthentication_Enabled", true, 400)]
    [InlineData("6.5", "Accounts_TwoFactorAuthentication_Enabled", true, 200)]
    [InlineData("6.5", "Accounts_TwoFactorAuthentication_By_TOTP_Enabled", true, 400)]
    [InlineData("6.5", "Accounts_TwoFactorAuthentication_Enforce_Password_Fallback", true, 400)]
    public async Task WriteSetting_OneSwitchOff_IsStillAskedForTheRest(string profile, string setting, bool totp, int expected)
    {
        var (emulated, clock) = await StartAsync(profile, totp);
        await using var disposed = emulated;
        emulated.Server.Workspace.SetSetting(setting, false);
        clock.Advance(TimeSpan.FromHours(1));
        var session = await LogInAsync(emulated, "admin-password", totp ? Totp.CodeAt(Secret, clock.GetUtcNow()) : null);

        Assert.Equal(expected, (await emulated.PostAsync(Write, """{"value":true}""", null, session)).Status);
    }

    /// <summary>How the web client answers: with one parameter more, which the method does not see.</summary>
    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("8.8")]
    public async Task SaveSettings_CodeAsLastParameter_IsTaken(string profile)
    {
        var (emulated, clock) = await StartAsync(profile);
        await using var disposed = emulated;
        clock.Advance(TimeSpan.FromHours(1));
        var session = await LogInAsync(emulated, "admin-password");
        var changes = JsonNode.Parse("""[{"_id":"Push_show_message","value":false}]""");

        var wrong = await CallAsync(emulated, session, "saveSettings", changes!.DeepClone(), Factor("password", "wrong"));
        var unchanged = emulated.Server.Workspace.GetSetting("Push_show_message")!.GetValue<bool>();
        var right = await CallAsync(
            emulated, session, "saveSettings", changes.DeepClone(), Factor("password", State.User.HashPassword("admin-password")));

        Assert.Equal("totp-invalid", wrong["error"]?["error"]?.ToString());
        Assert.True(unchanged);
        Assert.True(right["result"]!.GetValue<bool>());
        Assert.False(emulated.Server.Workspace.GetSetting("Push_show_message")!.GetValue<bool>());
    }

    [Fact]
    public async Task SaveSetting_CodeAsLastParameter_IsTaken()
    {
        var (emulated, clock) = await StartAsync("6.5");
        await using var disposed = emulated;
        clock.Advance(TimeSpan.FromHours(1));
        var session = await LogInAsync(emulated, "admin-password");

        var saved = await CallAsync(
            emulated, session, "saveSetting", "Push_show_message", false, Factor("password", State.User.HashPassword("admin-password")));

        Assert.True(saved["result"]!.GetValue<bool>());
        Assert.False(emulated.Server.Workspace.GetSetting("Push_show_message")!.GetValue<bool>());
    }

    /// <summary>The server looks for its second factor in the last parameter and loses it when it is false.</summary>
    [Fact]
    public async Task SaveSetting_FalseAsLastParameter_IsLostAsOnTheServer()
    {
        var (emulated, _) = await StartAsync("6.5");
        await using var disposed = emulated;
        var session = await LogInAsync(emulated, "admin-password");

        Assert.NotNull((await CallAsync(emulated, session, "saveSetting", "Push_show_message", false))["error"]);
        Assert.Null((await CallAsync(emulated, session, "saveSetting", "Push_show_message", false, "editor"))["error"]);
    }

    [Fact]
    public async Task SaveSettings_CodeHeaderAlone_DoesNotCountForAMethod()
    {
        var (emulated, clock) = await StartAsync("6.5");
        await using var disposed = emulated;
        clock.Advance(TimeSpan.FromHours(1));
        var session = await LogInAsync(emulated, "admin-password");
        var code = ("x-2fa-code", State.User.HashPassword("admin-password"));

        var alone = await CallAsync(emulated, [.. session, code], "saveSettings", new JsonArray());
        var both = await CallAsync(emulated, [.. session, code, ("x-2fa-method", "password")], "saveSettings", new JsonArray());

        Assert.Equal("totp-required", alone["error"]?["error"]?.ToString());
        Assert.Null(both["error"]);
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("8.8")]
    public async Task Login_ChallengedAgain_GetsNoSecondEmailUntilTheFirstCodeIsOver(string profile)
    {
        var (emulated, clock) = await StartWithEmailAsync(profile);
        await using var disposed = emulated;
        var expires = clock.GetUtcNow().AddSeconds(3600);

        var first = (await LogInWithEmailAsync(emulated)).Body["details"]!;
        var second = (await LogInWithEmailAsync(emulated)).Body["details"]!;
        clock.Advance(TimeSpan.FromMinutes(66));
        var third = (await LogInWithEmailAsync(emulated)).Body["details"]!;

        Assert.True(first["codeGenerated"]!.GetValue<bool>());
        Assert.Null(first["codeExpires"]);
        Assert.False(second["codeGenerated"]!.GetValue<bool>());
        Assert.Equal(
            profile == "3.11" ? $"[\"{JsonText.Moment(expires)}\"]" : $"\"{JsonText.Moment(expires)}\"",
            second["codeExpires"]!.ToJsonString());
        Assert.Equal(profile == "3.11" ? 1 : null, second["codeCount"]?.GetValue<int>());
        Assert.True(third["codeGenerated"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Login_CodeThatWasNeverSentOrWasUsed_IsInvalid()
    {
        var (emulated, _) = await StartWithEmailAsync("6.5");
        await using var disposed = emulated;

        var early = await LogInWithEmailAsync(emulated, EmailCodes.Code);
        var sent = await LogInWithEmailAsync(emulated, "424-242");
        var used = await LogInWithEmailAsync(emulated, EmailCodes.Code);

        Assert.Equal((401, "totp-invalid"), (early.Status, early.Body["error"]!.ToString()));
        Assert.Equal(200, sent.Status);
        Assert.Equal((401, "totp-invalid"), (used.Status, used.Body["error"]!.ToString()));
    }

    [Fact]
    public async Task Login_FiveWrongCodes_AreTheMost()
    {
        var (emulated, _) = await StartWithEmailAsync("6.5");
        await using var disposed = emulated;
        await LogInWithEmailAsync(emulated);

        var codes = new List<string>();
        for (var guess = 0; guess < 6; guess++)
        {
            codes.Add((await LogInWithEmailAsync(emulated, "000000")).Body["error"]!.ToString());
        }

        Assert.Equal(["totp-invalid", "totp-invalid", "totp-invalid", "totp-invalid", "totp-max-attempts", "totp-invalid"], codes);
    }

    [Fact]
    public async Task Login_CodeInTheHeader_IsTakenToo()
    {
        var (emulated, _) = await StartWithEmailAsync("6.5");
        await using var disposed = emulated;
        await LogInWithEmailAsync(emulated);

        var (status, _) = await emulated.PostAsync(
            "api/v1/login", """{"user":"admin","password":"admin-password"}""", null, ("x-2fa-code", EmailCodes.Code));

        Assert.Equal(200, status);
    }

    /// <summary>A login knows the username; elsewhere the server has read the addresses only.</summary>
    [Fact]
    public async Task WriteSetting_EmailChallenge_NamesTheAddressAndInAMethodTheMomentAsEjson()
    {
        var (emulated, clock) = await StartWithEmailAsync("6.5");
        await using var disposed = emulated;
        await LogInWithEmailAsync(emulated);
        var login = await LogInWithEmailAsync(emulated, EmailCodes.Code);
        (string, string)[] session = [("X-Auth-Token", login.Body["data"]!["authToken"]!.ToString()), ("X-User-Id", DefaultSeed.AdminId)];
        clock.Advance(TimeSpan.FromHours(1));

        var (_, endpoint) = await emulated.PostAsync(Write, """{"value":true}""", null, session);
        var method = await CallAsync(emulated, session, "saveSettings", new JsonArray());

        Assert.Equal("admin@example.com", endpoint["details"]!["emailOrUsername"]!.ToString());
        Assert.Equal(
            clock.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds(),
            method["error"]!["details"]!["codeExpires"]!["$date"]!.GetValue<long>());
    }

    private static JsonObject Factor(string method, string code) => new() { ["twoFactorCode"] = code, ["twoFactorMethod"] = method };

    private static async Task<JsonNode> CallAsync(
        Emulated emulated, (string, string)[] session, string method, params JsonNode?[] parameters)
    {
        var message = JsonText.Of(
            new JsonObject { ["msg"] = "method", ["id"] = "1", ["method"] = method, ["params"] = new JsonArray(parameters) });
        var (_, body) = await emulated.PostAsync(
            $"api/v1/method.call/{method.Replace('/', ':')}", JsonText.Of(new JsonObject { ["message"] = message }), null, session);
        return JsonNode.Parse(body["message"]!.ToString())!;
    }

    private static async Task<(Emulated Emulated, FakeTimeProvider Clock)> StartWithEmailAsync(string profile)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var admin = new UserSeed
        {
            Id = DefaultSeed.AdminId,
            Username = "admin",
            Password = "admin-password",
            Roles = ["admin"],
            Email = "admin@example.com",
            EmailVerified = true,
            EmailTwoFactor = true,
        };
        return (
            await Emulated.StartAsync(
                new EmulatorOptions { VersionProfile = profile, TimeProvider = clock, Seed = new WorkspaceSeed { Users = [admin] } }),
            clock);
    }

    private static Task<(int Status, JsonObject Body)> LogInWithEmailAsync(Emulated emulated, string? code = null)
    {
        var login = new JsonObject { ["user"] = "admin", ["password"] = "admin-password" };
        if (code is not null)
        {
            login["code"] = code;
        }

        return emulated.PostAsync("api/v1/login", JsonText.Of(login), user: null);
    }

    private static async Task<(Emulated Emulated, FakeTimeProvider Clock)> StartAsync(string profile, bool totp = false)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var admin = new UserSeed
        {
            Id = DefaultSeed.AdminId,
            Username = "admin",
            Password = "admin-password",
            Roles = ["admin"],
            TotpSecret = totp ? Secret : null,
        };
        return (
            await Emulated.StartAsync(
                new EmulatorOptions { VersionProfile = profile, TimeProvider = clock, Seed = new WorkspaceSeed { Users = [admin] } }),
            clock);
    }

    private static async Task<(string, string)[]> LogInAsync(Emulated emulated, string password, string? code = null)
    {
        var login = new JsonObject { ["user"] = "admin", ["password"] = password };
        if (code is not null)
        {
            login["code"] = code;
        }

        var (status, body) = await emulated.PostAsync("api/v1/login", JsonText.Of(login), user: null);
        Assert.Equal(200, status);
        return [("X-Auth-Token", body["data"]!["authToken"]!.ToString()), ("X-User-Id", DefaultSeed.AdminId)];
    }
}
