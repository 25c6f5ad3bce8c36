using Acceptance.Running;
using RocketTfProvider.Push;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>The plan of a registration says what is known before the apply.</summary>
public sealed class RegistrationPlanTests
{
    [BehaviorRow("workspace_registration", "without-token")]
    [Fact]
    public async Task New_WithoutToken_IsKnownToStayUnregistered()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        var plan = await resource.PlanAsync(null, resource.Config(("accept_privacy_terms", TfValue.True)));

        plan.Planned.Says();
        Assert.Equal(TfValue.False, plan.Planned.At("registered"));
        Assert.True(plan.Planned.At("workspace_id").IsNull);
        Assert.Equal("workspace", plan.Planned.At("id").String);
        Assert.Equal(TfValue.False, (await resource.ApplyAsync(plan)).HasNoError().At("registered"));
    }

    [Fact]
    public async Task Address_ThatIsNone_IsRefusedWithoutItsText()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        var refused = (await resource.PlanAsync(null, resource.Config(
            ("accept_privacy_terms", TfValue.True), ("organization_email", TfValue.Of("MARKED"))))).Planned;

        refused.Says("Error: Invalid email address").With("`organization_email` must be an email address");
        Assert.DoesNotContain("MARKED", refused.Messages, StringComparison.Ordinal);
    }

    // A CLI quotes the line that a path points to, and a token may be on it.
    [Fact]
    public async Task Token_GivenTwice_IsRefusedWithoutALine()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        var refused = (await resource.PlanAsync(null, resource.Config(
            ("accept_privacy_terms", TfValue.True),
            ("registration_token", TfValue.Of("one")),
            ("registration_token_wo", TfValue.Of("two")),
            ("registration_token_wo_version", TfValue.Of(1))))).Planned;

        refused.Says("Error: Conflicting attributes").With("Only one of `registration_token`, `registration_token_wo` can be set.");
        Assert.Empty(refused.Diagnostics[0].Attribute?.Steps ?? []);
    }

    [BehaviorRow("workspace_registration", "new")]
    [Fact]
    public async Task New_NamesTheSettingsThatItOverwritesAndNoValueOfTheConfiguration()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Site_Name", "Before");
        session.Workspace.SetSetting("Organization_Name", "");
        session.Workspace.SetSetting("Organization_Email", "same@example.org");
        var resource = On(session);

        var planned = (await resource.PlanAsync(null, resource.Config(
            ("accept_privacy_terms", TfValue.True),
            ("site_name", TfValue.Of("MARKED")),
            ("organization_name", TfValue.Of("MARKED")),
            ("organization_email", TfValue.Of("same@example.org"))))).Planned;

        planned.Says("Warning: Settings will be overwritten").With(": `Site_Name` from \"Before\" to the value of `site_name`.");
        Assert.DoesNotContain("MARKED", planned.Messages, StringComparison.Ordinal);
    }

    [BehaviorRow("workspace_registration", "import-unregistered")]
    [Fact]
    public async Task Import_OfUnregisteredWorkspace_IsRefused()
    {
        await using var session = await ProviderSession.StartAsync();

        (await session.ImportAsync("rocketchat_workspace_registration", WorkspaceRegistrationSchema.Instance, "workspace"))
            .Says("Error: No registration to import");
    }

    [Fact]
    public async Task Import_OfEmptySettings_HasThemNull()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.Register();
        session.Workspace.SetSetting("Organization_Name", "");
        session.Workspace.SetSetting("Organization_Email", "");
        session.Workspace.SetSetting("Cloud_Service_Agree_PrivacyTerms", true);
        var resource = On(session);

        var imported = await resource.ImportAsync("workspace");

        Assert.True(imported.At("organization_name").IsNull && imported.At("organization_email").IsNull);
        await resource.HasNothingToDoAsync(imported, resource.Config(("accept_privacy_terms", TfValue.True)));
    }

    private static ResourceLifecycle On(ProviderSession session) =>
        new(session, "rocketchat_workspace_registration", WorkspaceRegistrationSchema.Instance);
}
