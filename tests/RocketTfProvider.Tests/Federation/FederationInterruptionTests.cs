using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;
using static RocketTfProvider.Tests.Federation.FederationLifecycle;

namespace RocketTfProvider.Tests.Federation;

/// <summary>
/// Cut off after each of its calls in turn, an apply never leaves federation on under a wrong name, and the next one goes on from there.
/// </summary>
public sealed class FederationInterruptionTests
{
    [BehaviorRow("federation", "new")]
    [Theory]
    [InlineData("3.11", "legacy", "FEDERATION_Enabled", "FEDERATION_Domain", true)]
    [InlineData("3.11", "legacy", "FEDERATION_Enabled", "FEDERATION_Domain", false)]
    [InlineData("7.10", "matrix_bridge", "Federation_Matrix_enabled", "Federation_Matrix_homeserver_domain", false)]
    [InlineData("8.8", "native", "Federation_Service_Enabled", "Federation_Service_Domain", true)]
    [InlineData("8.8", "native", "Federation_Service_Enabled", "Federation_Service_Domain", false)]
    public async Task Create_CutOffAfterEachCall_ConvergesNextTime(
        string profile, string engine, string onOff, string domain, bool stateIsLost)
    {
        var (cutOff, wasOnTooEarly) = (new CutOff(), false);
        FederationLifecycle? federation = null;
        void AfterRequest()
        {
            wasOnTooEarly |= federation is not null && federation.IsOn(onOff) && federation.TextOf(domain) != "example.org";
            cutOff.Count();
        }

        federation = await StartAsync(profile, options: new EmulatorOptions { OnRequest = _ => AfterRequest() });
        await using var _ = federation;
        cutOff.Watch(federation.Session);
        federation.Session.Workspace.HasLicense = true;
        var config = Config([("engine", TfValue.Of(engine)), ("domain", TfValue.Of("example.org")),
            ("target", TfValue.Of("chat.example.org")), .. Unproven]);

        // Without retries, so that a cut does not wait for what will not come.
        await federation.Session.ConfigureAsync(DefaultSeed.AdminId, DefaultSeed.AdminToken, maxRetries: 0);
        for (var cut = 1; ; cut++)
        {
            federation.Session.Workspace.SetSetting(onOff, false);
            federation.Session.Workspace.SetSetting(domain, "before.example");
            var planned = await federation.PlanAsync(null, config);
            await federation.Session.NextRunAsync();
            cutOff.After(cut);
            var applied = await federation.Session.ApplyAsync(TypeName, Schema, null, config, planned);
            cutOff.End();
            Assert.False(wasOnTooEarly);
            if (cutOff.Calls < cut)
            {
                applied.HasNoError();
                Assert.InRange(cut, 8, 60);
                break;
            }

            if (!stateIsLost && !applied.Value.IsNull)
            {
                // A create that failed half-way is replaced: the CLI deletes what there is, and creates.
                (await federation.ApplyAsync(await federation.RefreshAsync(applied), null)).HasNoError();
                Assert.False(federation.IsOn(onOff));
            }

            var again = (await federation.ApplyAsync(null, config)).HasNoError();
            Assert.Equal((true, "example.org"), (federation.IsOn(onOff), federation.TextOf(domain)));
            Assert.Equal(again.Value, (await federation.PlanAsync(await federation.RefreshAsync(again), config)).Value);
        }

        Assert.False(wasOnTooEarly);
    }
}
