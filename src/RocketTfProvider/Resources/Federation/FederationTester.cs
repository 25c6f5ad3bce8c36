using RocketChat.Client;
using RocketChat.Federation;
using RocketTfProvider.Configuration;

namespace RocketTfProvider.Resources.Federation;

/// <summary>Tests federation in the way that tells the truth for the engine and the version.</summary>
internal sealed class FederationTester(Workspace workspace)
{
    /// <returns>The result; null when this version offers no test.</returns>
    public async Task<FederationTest?> TestAsync(
        FederationModel model, FederationEngine engine, FederationSupport support, FederationPlan? plan, CancellationToken cancellationToken)
    {
        var federation = workspace.Client.Federation;
        if (engine == FederationEngine.Native)
        {
            return (await federation.ProbeNativeAsync(model.Domain!.Value, cancellationToken).ConfigureAwait(false)).Test;
        }

        if (engine == FederationEngine.Bridge)
        {
            return support.VerifiesBridge ? await federation.VerifyBridgeAsync(cancellationToken).ConfigureAwait(false) : null;
        }

        if (plan is null)
        {
            return null;
        }

        var addresses = await new FederationDnsGate(model).AddressesAsync(plan, cancellationToken).ConfigureAwait(false);
        var ping = await federation.PingAsync(FederationRecords.PeerOf(model, plan), plan.Domain.Value, addresses, cancellationToken).ConfigureAwait(false);
        return ping.Ok && support.LegacyTestIsReal ? await federation.TestLegacyAsync(cancellationToken).ConfigureAwait(false) : ping;
    }
}
