using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Running;
using RocketChat.Client.Errors;
using RocketChat.Client.Options;
using RocketChat.Emulator;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Commands.Doctor;

namespace RocketTfProvider.Tests.Commands;

/// <summary>Each finding of the command <c>doctor</c>, and the form of its report.</summary>
public sealed partial class DoctorTests
{
    private static DoctorReport Report => new(new Uri("https://chat.example.org"));

    [Fact]
    public async Task Run_OnHealthyWorkspace_FindsNothing()
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);

        Assert.Equal(0, await run.RunAsync("doctor"));

        Assert.Contains("Nothing to act on.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Rocket.Chat 9.0.0, tested", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("7.10")]
    [InlineData("8.8")]
    [InlineData("9.0")]
    public async Task Run_OnEachVersion_ReadsEveryPart(string version)
    {
        await using var run = await CommandRun.StartAsync(new() { VersionProfile = version });
        Register(run);

        Assert.Empty(await FindingsAsync(run));

        Assert.Equal(12, run.Json()["workspaces"]![0]!["areas"]!.AsObject().Count);
    }

    [Fact]
    public async Task Run_ByAPlainAccount_NamesEachMissingPermissionAndFitsTheTerminal()
    {
        await using var run = await CommandRun.StartAsync();
        run.UseAlice();

        Assert.Equal(1, await run.RunAsync("doctor"));

        Assert.Contains("The account lacks the permission set-owner", run.Output, StringComparison.Ordinal);
        Assert.All(
            run.Output.Split('\n').Where(line => !line.Contains("https://registry", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 80));
        Assert.Equal(["missing_permission"], (await FindingsAsync(run)).Distinct());
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("8.8")]
    public async Task Run_OnServerWithSettingsFromItsEnvironment_NamesThem(string version)
    {
        await using var run = await CommandRun.StartAsync(new() { VersionProfile = version });
        Register(run);
        run.Server.Workspace.Restart(new Dictionary<string, string>
        {
            ["OVERWRITE_SETTING_Site_Name"] = "Chat",
            ["OVERWRITE_SETTING_SMTP_Password"] = "MARKED",
            ["SETTINGS_BLOCKED"] = "Push_show_message",
        });

        Assert.Equal(["settings_from_environment", "settings_blocked"], await FindingsAsync(run));

        var findings = run.Json()["workspaces"]![0]!["findings"]!;
        Assert.EndsWith("environment: SMTP_Password, Site_Name.", findings[0]!["what"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("settings: Push_show_message.", findings[1]!["what"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", run.Output + run.ErrorOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8", true, "no settings from it")]
    [InlineData("8.8", false, "not shown to this account")]
    [InlineData("9.0", true, "not shown by this version")]
    public async Task Run_WhereTheEnvironmentIsNotSeen_SaysSo(string version, bool isAdministrator, string expected)
    {
        await using var run = await CommandRun.StartAsync(new() { VersionProfile = version });
        Register(run);
        if (!isAdministrator)
        {
            run.UseAlice();
        }

        await FindingsAsync(run);

        Assert.Equal(expected, run.Json()["workspaces"]![0]!["areas"]!["environment"]!.GetValue<string>());
    }

    [Fact]
    public async Task Run_WithALicenseThatIsNotUsed_SaysSo()
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);
        run.Server.Workspace.SetSetting("Enterprise_License", LicenseText.Expired);

        Assert.Equal(["license_not_valid"], await FindingsAsync(run));
        Assert.DoesNotContain("MARKED", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29, "license_expires")]
    [InlineData(31, null)]
    public async Task Run_WithALicense_SaysWhetherItEndsSoon(int days, string? finding)
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);
        run.Server.Workspace.HasLicense = true;
        run.Server.Workspace.SetSetting(
            "Enterprise_License",
            LicenseText.Of("7", DateTime.UtcNow.AddDays(days).ToString("O", CultureInfo.InvariantCulture), "federation", "auditing"));

        Assert.Equal(finding is null ? [] : [finding], await FindingsAsync(run));
        Assert.Equal("valid, with 2 modules", run.Json()["workspaces"]![0]!["areas"]!["license"]!.GetValue<string>());
    }

    [Fact]
    public async Task Run_ByAnAccountWithTheLimit_NamesTheLimit()
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);
        run.Server.Workspace.Grant("api-bypass-rate-limit");

        Assert.Equal(["rate_limited_account"], await FindingsAsync(run));
    }

    [Fact]
    public async Task Run_OnAnotherWorkspace_StopsThere()
    {
        await using var run = await CommandRun.StartAsync();

        Assert.Equal(["unexpected_workspace"], await FindingsAsync(run, "--expected-workspace-id", "another"));
    }

    [Fact]
    public async Task Run_WithoutServer_IsAFinding()
    {
        await using var run = await CommandRun.StartAsync();

        Assert.Equal(["unreachable"], await FindingsAsync(run, "--url", "http://127.0.0.1:1", "--max-retries", "0"));
    }

    [Fact]
    public async Task Run_WithoutAddress_CannotRun()
    {
        await using var run = await CommandRun.StartAsync();
        run.Environment.Remove("ROCKETCHAT_URL");

        Assert.Equal(2, await run.RunAsync("doctor"));
        Assert.Contains("Error: Missing address of the workspace", run.ErrorOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithWrongToken_IsAFindingWithoutTheToken()
    {
        await using var run = await CommandRun.StartAsync();
        run.Environment["ROCKETCHAT_AUTH_TOKEN"] = "a-wrong-token-of-this-test";

        Assert.Equal(["not_authorized"], await FindingsAsync(run));
        Assert.DoesNotContain("a-wrong-token", run.Output + run.ErrorOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithTokenThatNeedsACode_SaysSo()
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);
        run.Environment["ROCKETCHAT_AUTH_TOKEN"] =
            run.Server.Workspace.AddPersonalAccessToken(DefaultSeed.AdminId, "needs a code", bypassTwoFactor: false);

        Assert.Equal(["second_factor_needed"], await FindingsAsync(run));
    }

    [Fact]
    public async Task Run_OnNewerVersion_SaysThatNobodyTestedIt()
    {
        await using var run = await CommandRun.StartAsync();
        await using var newer = StubServer.Answering(
            200, "application/json", """{"success":true,"_id":"x","username":"x","roles":["admin"],"version":"99.1.0","update":[]}""");

        Assert.Contains("untested_version", await FindingsAsync(run, "--url", newer.Url, "--max-retries", "0"));
    }

    [Theory]
    [InlineData("/api/v1/permissions.listAll", 403, "rights_not_shown")]
    [InlineData("/api/v1/cloud.registrationStatus", 400, "not_readable")]
    public async Task Run_WithPartThatFails_ReportsThatPart(string path, int status, string code)
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);
        run.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Path = path, Status = status });

        Assert.Contains(code, await FindingsAsync(run));
    }

    [Theory]
    [InlineData("Cloud_Service_Agree_PrivacyTerms", "false", "terms_not_accepted")]
    [InlineData("Register_Server", "false", "cloud_disabled")]
    [InlineData("Push_gateway", "\"nonsense\"", "invalid_gateway_address")]
    [InlineData("Push_enable_gateway", "false", "push_without_credentials")]
    [InlineData("Federation_Service_Enabled", "true", "license_without_federation")]
    public async Task Run_OnWorkspaceWithSetting_FindsIt(string setting, string value, string code)
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);
        run.Server.Workspace.SetSetting("Federation_Service_Domain", "chat.example.org");
        run.Server.Workspace.SetSetting(setting, JsonNode.Parse(value));

        Assert.Contains(code, await FindingsAsync(run));
    }

    [Fact]
    public async Task Run_OnGatewayWithoutRegistration_FindsIt()
    {
        await using var run = await CommandRun.StartAsync();

        Assert.Equal(["gateway_without_registration"], await FindingsAsync(run));
    }

    [Theory]
    [InlineData("9.0", "not a domain", "federation_not_ready")]
    [InlineData("9.0", "chat.example.org", "federation_test_failed")]
    public async Task Run_OnNativeFederation_ReportsWhatIsWrong(string version, string domain, string code)
    {
        await using var run = await CommandRun.StartAsync(new() { VersionProfile = version });
        Register(run);
        run.Server.Workspace.HasLicense = true;
        run.Server.Workspace.SetSetting("Federation_Service_Domain", domain);
        run.Server.Workspace.SetSetting("Federation_Service_Enabled", true);
        run.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Path = "/_matrix/*", Status = 404 });

        Assert.Equal([code], await FindingsAsync(run));
    }

    [Fact]
    public async Task Run_OnAWrongDocumentOfTheDomain_FindsIt()
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);
        run.Server.Workspace.HasLicense = true;
        run.Server.Workspace.SetSetting("Federation_Service_Domain", "chat.example.org");
        run.Server.Workspace.SetSetting("Federation_Service_Enabled", true);
        run.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Path = "/.well-known/*", Status = 404 });

        Assert.Equal(["federation_document"], await FindingsAsync(run));
        Assert.Contains("well_known_wrong", run.Output, StringComparison.Ordinal);
    }

    /// <summary>The gateway in front of the workspace wants a header.</summary>
    [Theory]
    [InlineData("""{"X-Gateway":"MARKED"}""", 0)]
    [InlineData("""{"X-Gateway":1}""", 2)]
    [InlineData("X-Gateway: MARKED", 2)]
    public async Task Run_WithHeadersOfTheEnvironment_ShowsNoneOfThem(string headers, int exitCode)
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);
        run.Environment["ROCKETCHAT_HEADERS"] = headers;

        Assert.Equal(exitCode, await run.RunAsync("doctor"));

        Assert.Equal(exitCode == 2, run.ErrorOutput.Contains("Error: Invalid headers", StringComparison.Ordinal));
        Assert.DoesNotContain("MARKED", run.Output + run.ErrorOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ByAccountThatMayNotReadTheLicense_SaysSo()
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);
        run.Server.Workspace.HasLicense = true;
        run.Server.Workspace.SetSetting("Federation_Service_Domain", "127.0.0.1");
        run.Server.Workspace.SetSetting("Federation_Service_Enabled", true);
        run.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Path = "/api/v1/licenses.info", Status = 403 });

        Assert.Contains("license_not_known", await FindingsAsync(run));
    }

    [Theory]
    [InlineData("6.5", "dns", "", "key_not_generated")]
    [InlineData("6.5", "hub", "", "legacy_cannot_send")]
    [InlineData("3.11", "hub", FederationKey.Text, "hub_does_not_answer")]
    [InlineData("3.11", "dns", FederationKey.Text, "federation_dns")]
    public async Task Run_OnLegacyFederation_ReportsWhatIsWrong(string version, string discovery, string key, string code)
    {
        await using var run = await CommandRun.StartAsync(new() { VersionProfile = version, DnsPort = 0 });
        Register(run);
        run.Server.Workspace.SetSetting("FEDERATION_Public_Key", key);
        run.Server.Workspace.SetSetting("FEDERATION_Domain", "chat.example.org");
        run.Server.Workspace.SetSetting("FEDERATION_Discovery_Method", discovery);
        run.Server.Workspace.SetSetting("FEDERATION_Enabled", true);

        // The emulator answers requests to a proxy as its own, which gives it a domain name.
        var found = await FindingsAsync(
            run,
            "--resolver",
            run.Server.DnsEndPoint!.ToString(),
            "--url",
            "http://chat.example.org",
            "--proxy-url",
            run.Server.Url.AbsoluteUri);

        Assert.Contains(code, found);
    }

    [Fact]
    public async Task Run_OnAList_GoesOnAfterAFailureAndEndsInATable()
    {
        await using var run = await CommandRun.StartAsync();
        Register(run);
        var list = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            list,
            $"# all\n{run.Server.Url} {DefaultSeed.AdminId} ROCKETCHAT_AUTH_TOKEN\n\nhttp://127.0.0.1:1 x NO_SUCH_VARIABLE\n",
            TestContext.Current.CancellationToken);
        try
        {
            Assert.Equal(1, await run.RunAsync("doctor", "--workspaces", list));
            Assert.Matches(
                @"Workspace +Version +Errors +Warnings\nhttp://127\.0\.0\.1:\d+ +9\.0\.0 +0 +0\nhttp://127\.0\.0\.1:1 +1 +0\n",
                run.Output);
            Assert.Contains("`NO_SUCH_VARIABLE`", run.Output, StringComparison.Ordinal);
            Assert.Equal(["invalid_configuration"], await FindingsAsync(run, "--workspaces", list));
        }
        finally
        {
            File.Delete(list);
        }
    }

    [Fact]
    public void CheckAddress_OfHttp_WarnsUnlessItIsThisMachine()
    {
        Assert.Equal(["plain_http"], Codes(report => CheckOf("http://chat.example.org").CheckAddress(report)));
        Assert.Empty(Codes(report => CheckOf("http://localhost:3000").CheckAddress(report)));
        Assert.Empty(Codes(report => CheckOf("https://chat.example.org").CheckAddress(report)));
    }

    [Fact]
    public void CheckCertificate_CloseToItsEnd_Warns()
    {
        var check = CheckOf("https://chat.example.org");
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal(["certificate_expires"], Codes(report => check.CheckCertificate(now.AddDays(29), report)));
        Assert.Empty(Codes(report => check.CheckCertificate(now.AddDays(31), report)));
        Assert.Equal(
            ["certificate_not_verified"],
            Codes(report => CheckOf("https://chat.example.org", insecure: true).CheckCertificate(null, report)));
    }

    [Fact]
    public void CheckClock_FarApart_WarnsInEitherDirection()
    {
        Assert.Equal(["clock_differs"], Codes(report => ConnectionCheck.CheckClock(TimeSpan.FromSeconds(31), report)));
        Assert.Equal(["clock_differs"], Codes(report => ConnectionCheck.CheckClock(TimeSpan.FromMinutes(-5), report)));
        Assert.Empty(Codes(report => ConnectionCheck.CheckClock(TimeSpan.FromSeconds(2), report)));
        Assert.Empty(Codes(report => ConnectionCheck.CheckClock(null, report)));
    }

    [Theory]
    [InlineData(RocketChatErrorKind.ProxyFailure, "proxy_failure")]
    [InlineData(RocketChatErrorKind.TlsFailure, "tls_failure")]
    [InlineData(RocketChatErrorKind.ClientCertificateRequired, "client_certificate_required")]
    [InlineData(RocketChatErrorKind.Disconnected, "disconnected")]
    [InlineData(RocketChatErrorKind.TimedOut, "timed_out")]
    [InlineData(RocketChatErrorKind.Redirected, "redirected")]
    [InlineData(RocketChatErrorKind.NotRocketChat, "not_rocketchat")]
    [InlineData(RocketChatErrorKind.UnknownEndpoint, "unknown_endpoint")]
    [InlineData(RocketChatErrorKind.SecondFactorRequired, "second_factor_required")]
    [InlineData(RocketChatErrorKind.RateLimited, "rate_limited")]
    [InlineData(RocketChatErrorKind.ServerError, "server_error")]
    [InlineData(RocketChatErrorKind.UnexpectedAnswer, "request_failed")]
    public void ConnectionFinding_OfEachFailure_HasTheWordsOfTheProvider(RocketChatErrorKind kind, string code)
    {
        var finding = ConnectionFindings.Of(new RocketChatException(kind, "The message"));

        Assert.Equal(code, finding.Code.Id);
        Assert.Contains("The message.", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfForeignText_HasNothingThatATerminalObeys()
    {
        var report = Report;
        report.Add(FindingCodes.NotReadable, "one\ntwo \u001B[31m \u202E");

        var lines = string.Join('\n', DoctorText.Of(report));

        Assert.Contains(@"one two \u001B[31m \u202E", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_InTheDocumentation_AreAllThatExist()
    {
        var page = await File.ReadAllTextAsync(
            Repository.PathOf("templates", "guides", "doctor.md.tmpl"), TestContext.Current.CancellationToken);

        Assert.Equal(
            FindingCodes.All.Select(code => $"{code.Id} {(code.IsError ? "error" : "warning")}").Order(StringComparer.Ordinal),
            Row().Matches(page).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}").Order(StringComparer.Ordinal));
    }

    private static void Register(CommandRun run)
    {
        run.Server.Workspace.Register();
        run.Server.Workspace.SetSetting("Register_Server", true);
        run.Server.Workspace.SetSetting("Cloud_Service_Agree_PrivacyTerms", true);
    }

    private static ConnectionCheck CheckOf(string url, bool insecure = false) => new(
        new RocketChatClientOptions
        {
            Url = new Uri(url),
            Credentials = new AccessTokenCredentials("x", "x"),
            Tls = new TlsOptions { InsecureSkipVerify = insecure },
        },
        TimeProvider.System);

    private static IEnumerable<string> Codes(Action<DoctorReport> check)
    {
        var report = Report;
        check(report);
        return report.Findings.Select(entry => entry.Finding.Code.Id);
    }

    private static async Task<IReadOnlyList<string>> FindingsAsync(CommandRun run, params string[] options)
    {
        var code = await run.RunAsync(["doctor", "--json", .. options]);
        var found = run.Json()["workspaces"]!.AsArray().SelectMany(workspace => workspace!["findings"]!.AsArray())
            .Select(finding => finding!["code"]!.GetValue<string>())
            .ToList();
        Assert.Equal(found.Count == 0 ? 0 : 1, code);
        return found;
    }

    [GeneratedRegex(@"^\| `(\w+)` \| (error|warning) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
