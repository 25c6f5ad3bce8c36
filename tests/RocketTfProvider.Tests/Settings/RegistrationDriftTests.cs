using Acceptance.Running;
using RocketTfProvider.Push;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>
/// Of the registration's settings the values from before are kept: only one that comes back may be forced by the environment.
/// </summary>
public sealed class RegistrationDriftTests
{
    [BehaviorRow("workspace_registration", "changed-outside")]
    [Theory]
    [InlineData("Before", true)]
    [InlineData("Else", false)]
    public async Task Drift_ToTheValueFromBefore_NamesTheVariableAndAnyOtherDoesNot(string value, bool isNamed)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Site_Name", "Before");
        var resource = new ResourceLifecycle(session, "rocketchat_workspace_registration", WorkspaceRegistrationSchema.Instance);
        var config = resource.Config(("accept_privacy_terms", TfValue.True), ("site_name", TfValue.Of("Chat")));
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.SetSetting("Site_Name", value);

        var drifted = (await resource.PlanAsync(made, config)).Planned.Says("Warning: Changed outside of this configuration");

        Assert.Equal(isNamed, drifted.Messages.Contains("OVERWRITE_SETTING_Site_Name", StringComparison.Ordinal));
    }
}
