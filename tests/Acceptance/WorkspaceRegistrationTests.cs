using System.Text.Json.Nodes;
using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>The terms are accepted and the workspace is registered with the cloud, once, with a token that is spent once.</summary>
public sealed class WorkspaceRegistrationTests
{
    private const string Address = "rocketchat_workspace_registration.this";
    private const string Token = "registration-token-Marked-1";

    internal const string Registered = $$"""
        resource "rocketchat_workspace_registration" "this" {
          accept_privacy_terms = true
          registration_token   = "{{Token}}"
          organization_email   = "it@example.org"
          organization_name    = "Example"
          site_name            = "Example \"Chat\""
          marketing_emails     = false
        }
        """;

    private const string TermsOnly = """
        resource "rocketchat_workspace_registration" "this" {
          accept_privacy_terms = true
        }
        """;

    [BehaviorRow("workspace_registration", "new")]
    [BehaviorRow("workspace_registration", "destroy")]
    [Theory, EveryToolchain]
    public async Task Lifecycle_FromCreateToDestroy_EachPlanTellsTheTruth(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, Registered);

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 0 to destroy.").HasOne("Warning")
            .Says("`Site_Name` from \"Rocket.Chat\" to the value of `site_name`").DoesNotSay(Token);
        (await fixture.Cli.ApplyPlanAsync()).Succeeds().HasOne("Warning").DoesNotSay(Token);
        Assert.True(fixture.Workspace.IsRegistered);
        Assert.Equal("it@example.org", fixture.Workspace.GetSetting("Organization_Email")!.GetValue<string>());
        Assert.Equal("Example \"Chat\"", fixture.Workspace.GetSetting("Site_Name")!.GetValue<string>());
        Assert.True(fixture.Workspace.GetSetting("Cloud_Service_Agree_PrivacyTerms")!.GetValue<bool>());
        Assert.False(fixture.Workspace.GetSetting("Allow_Marketing_Emails")!.GetValue<bool>());

        fixture.ForgetRequests();
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");
        Assert.DoesNotContain(fixture.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
        var state = await fixture.Cli.ResourceAsync(Address);
        Assert.True(state["registered"]!.GetValue<bool>());
        Assert.Equal("emulated-workspace", state.Text("workspace_id"));
        Assert.Equal(fixture.Workspace.GetSetting("uniqueID")!.GetValue<string>(), state.Text("unique_id"));

        (await fixture.Cli.DestroyAsync()).Succeeds().HasOne("Warning").Says("Workspace stays registered").Says("cloud console");
        Assert.True(fixture.Workspace.IsRegistered);
        Assert.True(fixture.Workspace.GetSetting("Cloud_Service_Agree_PrivacyTerms")!.GetValue<bool>());
        Assert.DoesNotContain(fixture.Requests, request => request.Contains("fingerprint", StringComparison.Ordinal));
    }

    [Theory, EveryServerVersion]
    public async Task Lifecycle_OnEveryServerVersion_Works(Toolchain toolchain, string version)
    {
        await using var fixture = await SetAsync(toolchain, Registered, version: version);

        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.True(fixture.Workspace.IsRegistered);
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        fixture.Workspace.Unregister();
        fixture.Cli.Write("main.tf", Registered.Replace(Token, "registration-token-Marked-2", StringComparison.Ordinal));
        (await fixture.Cli.ApplyAsync()).Succeeds().Says("Workspace is no longer registered");
        Assert.True(fixture.Workspace.IsRegistered);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
    }

    [BehaviorRow("workspace_registration", "already-registered")]
    [Theory, EveryToolchain]
    public async Task Create_WhenRegisteredAlready_AdoptsAndDoesNotSpendToken(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, Registered);
        fixture.Workspace.Register();

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Settings will be overwritten").Says("Registration token is not used");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Empty(fixture.Workspace.Cloud.UsedTokens);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("workspace_registration", "other-token")]
    [Theory, EveryToolchain]
    public async Task Change_OfTokenAlone_NeverRegistersAgain(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, Registered);
        (await fixture.Cli.ApplyAsync()).Succeeds();

        fixture.Cli.Write("main.tf", Registered.Replace(Token, "registration-token-Marked-2", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("0 to add, 1 to change, 0 to destroy").HasOne("Warning")
            .Says("Registration token is not used");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal([Token], fixture.Workspace.Cloud.UsedTokens);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("workspace_registration", "registration-lost")]
    [Theory, EveryToolchain]
    public async Task Drift_UnregisteredByHand_IsReportedAndNeedsAnotherToken(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, Registered);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.Workspace.Unregister();

        (await fixture.Cli.PlanAsync()).HasChanges().Says("0 to add, 1 to change, 0 to destroy")
            .Says("Workspace is no longer registered").Says("Registration token was used before");
        (await fixture.Cli.ApplyPlanAsync()).Fails().HasOne("Error").Says("Workspace not registered").Says("used already");

        fixture.Cli.Write("main.tf", Registered.Replace(Token, "registration-token-Marked-2", StringComparison.Ordinal));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.True(fixture.Workspace.IsRegistered);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("workspace_registration", "connection-disabled")]
    [BehaviorRow("workspace_registration", "changed-outside")]
    [Theory]
    [EveryToolchain("Cloud_Service_Agree_PrivacyTerms", "false", "accept_privacy_terms")]
    [EveryToolchain("Organization_Email", "\"else@example.org\"", "organization_email")]
    [EveryToolchain("Organization_Name", "\"Else\"", "organization_name")]
    [EveryToolchain("Site_Name", "\"Else\"", "site_name")]
    [EveryToolchain("Allow_Marketing_Emails", "true", "marketing_emails")]
    [EveryToolchain("Register_Server", "false", "registered")]
    public async Task Drift_OfOneSetting_IsPlannedAndCorrected(Toolchain toolchain, string setting, string value, string attribute)
    {
        await using var fixture = await SetAsync(toolchain, Registered);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        var before = fixture.Workspace.GetSetting(setting)!.ToJsonString();
        fixture.Workspace.SetSetting(setting, JsonNode.Parse(value));

        fixture.ForgetRequests();
        (await fixture.Cli.PlanAsync()).HasChanges().Says("0 to add, 1 to change, 0 to destroy").Says(attribute);
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.Equal(before, fixture.Workspace.GetSetting(setting)!.ToJsonString());
        Assert.Equal([$"POST /api/v1/settings/{setting} -> 200"], fixture.Requests.Where(
            request => request.StartsWith("POST", StringComparison.Ordinal)));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("workspace_registration", "without-token")]
    [BehaviorRow("workspace_registration", "changed-outside")]
    [Theory, EveryToolchain]
    public async Task WithoutToken_ManagesTermsAndReportsStatus(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, TermsOnly);
        fixture.Workspace.SetSetting("Site_Name", "Left alone");

        (await fixture.Cli.ApplyAsync()).Succeeds().DoesNotSay("Warning");
        Assert.True(fixture.Workspace.GetSetting("Cloud_Service_Agree_PrivacyTerms")!.GetValue<bool>());
        Assert.Equal("Left alone", fixture.Workspace.GetSetting("Site_Name")!.GetValue<string>());
        Assert.False((await fixture.Cli.ResourceAsync(Address))["registered"]!.GetValue<bool>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        fixture.Workspace.Register();
        fixture.Workspace.SetSetting("Site_Name", "Renamed by hand");
        (await fixture.Cli.ApplyAsync()).Succeeds().Says("0 added, 0 changed, 0 destroyed");
        Assert.True((await fixture.Cli.ResourceAsync(Address))["registered"]!.GetValue<bool>());
        Assert.Equal("Renamed by hand", fixture.Workspace.GetSetting("Site_Name")!.GetValue<string>());

        fixture.Workspace.Unregister();
        (await fixture.Cli.PlanAsync()).HasNoChanges().Says("Workspace is no longer registered");
    }

    [BehaviorRow("workspace_registration", "import")]
    [Theory, EveryToolchain]
    public async Task Import_OfRegisteredWorkspace_ThenPlansNothing(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, Registered);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.RunAsync("state", "rm", Address)).Succeeds();
        var withoutToken = Registered.Replace($"registration_token   = \"{Token}\"", "", StringComparison.Ordinal);
        fixture.Cli.Write("main.tf", withoutToken);

        (await fixture.Cli.ImportAsync(Address, "something")).Fails().HasOne("Error").Says("Invalid import id").Says("`workspace`");
        (await fixture.Cli.ImportAsync(Address, "workspace")).Succeeds();

        (await fixture.Cli.PlanAsync()).HasNoChanges();
        Assert.Equal([Token], fixture.Workspace.Cloud.UsedTokens);
    }

    [Theory]
    [EveryToolchain("3.11")]
    [EveryToolchain("6.5")]
    [EveryToolchain("8.8")]
    public async Task Create_WhenCloudCannotBeReached_SaysWhatUsuallyIsWrongAndConverges(Toolchain toolchain, string version)
    {
        await using var fixture = await SetAsync(toolchain, Registered, version: version);
        fixture.Workspace.Cloud.IsReachable = false;

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("Workspace not registered").Says("server's log").Says("used already")
            .Says("cannot reach https://cloud.rocket.chat").Says($"`{fixture.Workspace.GetSetting("Site_Url")}`").Says("registration_token")
                .DoesNotSay(Token);

        fixture.Workspace.Cloud.IsReachable = true;
        (await fixture.Cli.ApplyAsync()).Succeeds().Says("1 added");
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [BehaviorRow("workspace_registration", "create-fails-before")]
    [Theory, EveryToolchain]
    public async Task Create_WithUsedToken_Fails(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, Registered, new CloudSeed { TokensWorkOnce = true, UsedTokens = [Token] });

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("Workspace not registered").Says("create a new one")
            .DoesNotSay(Token);

        Assert.False(fixture.Workspace.IsRegistered);
    }

    [BehaviorRow("workspace_registration", "new")]
    [Theory]
    [EveryToolchain("6.5")]
    [EveryToolchain("8.8")]
    public async Task Create_WhenServerSaysNoButIsRegistered_Succeeds(Toolchain toolchain, string version)
    {
        await using var fixture = await SetAsync(
            toolchain, Registered, new CloudSeed { SyncFails = true, DelayMilliseconds = 700 }, version);

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Equal([Token], fixture.Workspace.Cloud.UsedTokens);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Create_WhenAnswerIsLost_DoesNotSpendTokenTwice(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, Registered, new CloudSeed { TokensWorkOnce = true, DelayMilliseconds = 1500 });
        fixture.Faults.Add(new Fault { Kind = FaultKind.Drop, AfterEffect = true, Path = "/api/v1/cloud.connectWorkspace", Count = 1 });

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Single(fixture.Requests, request => request.Contains("connectWorkspace", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Apply_WithAccountThatMayNot_SaysSoAndChangesNothing(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, Registered);
        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = "aliceAliceAlice01";
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AliceToken;

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("Permission denied").DoesNotSay(Token);

        Assert.DoesNotContain(fixture.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory, EveryToolchain]
    public async Task WriteOnlyToken_WhereCliHasIt_IsNeverStored(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, Registered.Replace(
            "registration_token   =", "registration_token_wo_version = 1\n  registration_token_wo =", StringComparison.Ordinal));

        if (toolchain.Cli.HasWriteOnly)
        {
            (await fixture.Cli.ApplyAsync()).Succeeds();
            Assert.Equal([Token], fixture.Workspace.Cloud.UsedTokens);
            Assert.DoesNotContain(Token, await File.ReadAllTextAsync(
                Path.Combine(fixture.Cli.Folder, "terraform.tfstate"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            (await fixture.Cli.PlanAsync()).HasNoChanges();
        }
        else
        {
            (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("Write-only attribute not supported")
                .Says("registration_token_wo");
            Assert.Empty(fixture.Requests);
        }
    }

    [Theory]
    [EveryToolchain("accept_privacy_terms = false", "accept_privacy_terms", "must be `true`")]
    [EveryToolchain("", "accept_privacy_terms", "required")]
    [EveryToolchain("accept_privacy_terms = true\n registration_token = \" x\"", "registration_token", "whitespace")]
    [EveryToolchain("accept_privacy_terms = true\n registration_token = \"\"", "registration_token", "must not be empty")]
    [EveryToolchain("accept_privacy_terms = true\n organization_email = \"nobody\"", "organization_email", "email address")]
    [EveryToolchain("accept_privacy_terms = true\n site_name = \"\"", "site_name", "must not be empty")]
    [EveryToolchain("accept_privacy_terms = true\n registration_token_wo_version = 1", "registration_token_wo", "set together")]
    [EveryToolchain("accept_privacy_terms = true\n registered = true", "registered", "")]
    public async Task Validate_OfImpossibleRegistration_NamesAttributeAndRemedy(
        Toolchain toolchain, string body, string attribute, string remedy)
    {
        await using var fixture = await SetAsync(toolchain, $"resource \"rocketchat_workspace_registration\" \"this\" {{\n {body}\n}}");

        (await fixture.Cli.ValidateAsync()).Fails().HasOne("Error").Says(attribute).Says(remedy);
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithTokenKnownAfterApply_Registers(Toolchain toolchain)
    {
        await using var fixture = await SetAsync(toolchain, $$"""
            resource "terraform_data" "token" {
              input = "{{Token}}"
            }

            resource "rocketchat_workspace_registration" "this" {
              accept_privacy_terms = true
              registration_token   = terraform_data.token.output
            }
            """);

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Equal([Token], fixture.Workspace.Cloud.UsedTokens);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    private static async Task<Fixture> SetAsync(Toolchain toolchain, string module, CloudSeed? cloud = null, string version = "8.8")
    {
        var fixture = await Fixture.CreateAsync(toolchain, module, new EmulatorOptions { VersionProfile = version });
        fixture.Workspace.UseCloud(cloud ?? new CloudSeed { TokensWorkOnce = true });
        return fixture;
    }
}
