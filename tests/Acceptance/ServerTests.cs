using Acceptance.Running;

namespace Acceptance;

/// <summary>Facts about the server itself.</summary>
public sealed class ServerTests
{
    private const string Address = "data.rocketchat_server.this";
    private const string Module = "data \"rocketchat_server\" \"this\" {}";

    [Theory, EveryServerVersion]
    public async Task Server_OfEachVersion_IsDescribed(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, Module, new() { VersionProfile = version });
        fixture.Workspace.Register();

        (await fixture.Cli.ApplyAsync()).Succeeds();

        var server = await fixture.Cli.ResourceAsync(Address);
        Assert.Equal(fixture.Url.AbsoluteUri, server.Text("url"));
        Assert.StartsWith(version + ".", server.Text("version"), StringComparison.Ordinal);
        Assert.True(server["tested"]!.GetValue<bool>());
        Assert.True(server["registered"]!.GetValue<bool>());
        Assert.Equal(fixture.Workspace.GetSetting("uniqueID")!.GetValue<string>(), server.Text("unique_id"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Condition_OnLicenseModules_Works(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            data "rocketchat_server" "this" {
              lifecycle {
                postcondition {
                  condition     = contains(self.license_modules, "federation")
                  error_message = "The license has no module for federation."
                }
              }
            }
            """);

        (await fixture.Cli.PlanAsync()).Fails().Says("The license has no module for federation.");

        fixture.Workspace.HasLicense = true;
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }
}
