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
            var test = (await federation.ProbeNativeAsync(model.Domain!.Value, cancellationToken).ConfigureAwait(false)).Test;
            return test.Ok && DelegationOf(model, plan) is { } document ? await ProbeAsync(model, document, cancellationToken).ConfigureAwait(false) : test;
        }

        if (engine == FederationEngine.Bridge)
        {
            return support.VerifiesBridge ? await federation.VerifyBridgeAsync(cancellationToken).ConfigureAwait(false) : null;
        }

        if (plan is null)
        {
            return null;
        }

        var addresses = await new FederationDnsGate(model).AddressesAsync(plan.Target, cancellationToken).ConfigureAwait(false);
        var ping = await federation.PingAsync(FederationRecords.PeerOf(model, plan), plan.Domain.Value, addresses, cancellationToken).ConfigureAwait(false);
        return ping.Ok && support.LegacyTestIsReal ? await federation.TestLegacyAsync(cancellationToken).ConfigureAwait(false) : ping;
    }

    // Only where the user says to which host the domain leads: the provider's own address may be one that nobody else knows.
    private static WellKnownDocument? DelegationOf(FederationModel model, FederationPlan? plan) =>
        plan is MatrixFederation { BySrv: false } matrix && model.At("target").IsPresent && !matrix.Target.Equals(matrix.Domain) ? matrix.WellKnown : null;

    private async Task<FederationTest> ProbeAsync(FederationModel model, WellKnownDocument document, CancellationToken cancellationToken)
    {
        var addresses = await new FederationDnsGate(model).AddressesAsync(document.Domain, cancellationToken).ConfigureAwait(false);
        return await workspace.Client.Federation.ProbeDelegationAsync(
            new Uri(document.Url), $"{document.Target}:{document.Port}", addresses, cancellationToken).ConfigureAwait(false);
    }
}
