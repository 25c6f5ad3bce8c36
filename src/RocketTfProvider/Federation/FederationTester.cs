using RocketChat.Client;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;

namespace RocketTfProvider.Federation;

/// <summary>The test of federation that is reliable for the engine and the version.</summary>
internal sealed class FederationTester(Workspace workspace)
{
    /// <returns>The result; null when this version offers no test.</returns>
    public async Task<FederationTest?> TestAsync(
        FederationModel model, FederationEngine engine, FederationSupport support, FederationPlan? plan,
        CancellationToken cancellationToken)
    {
        var federation = workspace.Client.Federation;
        if (engine == FederationEngine.Legacy)
        {
            return plan is null ? null : await PingAsync(model, support, plan, cancellationToken);
        }

        var test = engine == FederationEngine.Native ? (await federation.ProbeNativeAsync(model.Domain!.Value, cancellationToken)).Test
            : support.VerifiesBridge ? await federation.VerifyBridgeAsync(cancellationToken)
            : null;
        if (test is { Ok: false } || DelegationOf(model, plan) is not { } document)
        {
            return test;
        }

        var addresses = await new FederationDnsGate(model).AddressesAsync(document.Domain, cancellationToken);
        var delegation = await federation.ProbeDelegationAsync(
            new Uri(document.Url), $"{document.Target}:{document.Port}", addresses, cancellationToken);
        return delegation.Ok ? test : delegation;
    }

    private async Task<FederationTest> PingAsync(
        FederationModel model, FederationSupport support, FederationPlan plan, CancellationToken cancellationToken)
    {
        var federation = workspace.Client.Federation;
        var addresses = await new FederationDnsGate(model).AddressesAsync(plan.Target, cancellationToken);
        var ping = await federation.PingAsync(FederationRecords.PeerOf(model, plan), plan.Domain.Value, addresses, cancellationToken);
        return ping.Ok && support.LegacyTestIsReal ? await federation.TestLegacyAsync(cancellationToken) : ping;
    }

    // Only where the user says to which host the domain leads: the provider's own address may be one that nobody else knows.
    private static WellKnownDocument? DelegationOf(FederationModel model, FederationPlan? plan) =>
        plan is MatrixFederation { BySrv: false } matrix && model.At("target").IsPresent && !matrix.Target.Equals(matrix.Domain)
            ? matrix.WellKnown : null;
}
