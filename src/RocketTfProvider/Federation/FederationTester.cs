using RocketChat.Client;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;

namespace RocketTfProvider.Federation;

/// <summary>The test of federation that is reliable for the engine and the version.</summary>
internal sealed class FederationTester(Workspace workspace)
{
    /// <summary>Whether there is a test of federation that is enabled.</summary>
    public static bool CanTest(FederationEngine engine, FederationSupport support) =>
        engine != FederationEngine.Bridge || support.VerifiesBridge;

    /// <summary>Tests federation that is enabled.</summary>
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
            : CanTest(engine, support) ? await federation.VerifyBridgeAsync(cancellationToken)
            : null;
        return test is not { Ok: false } && await DelegationAsync(model, plan, cancellationToken) is { Ok: false } wrong ? wrong : test;
    }

    /// <summary>
    /// Reads the document that delegates the domain, which must be there before federation is enabled. The bridge itself can serve it from
    /// then on, so for the bridge only <see cref="TestAsync"/> reads it.
    /// </summary>
    /// <returns>The result; null where no document is needed.</returns>
    public async Task<FederationTest?> ReadDocumentAsync(
        FederationModel model, FederationEngine engine, FederationPlan? plan, CancellationToken cancellationToken) =>
        engine == FederationEngine.Native ? await DelegationAsync(model, plan, cancellationToken) : null;

    // Only where the user says to which host the domain leads: the provider's own address may be one that nobody else knows.
    private async Task<FederationTest?> DelegationAsync(FederationModel model, FederationPlan? plan, CancellationToken cancellationToken)
    {
        if (plan is not MatrixFederation { BySrv: false } matrix || !model.At("target").IsPresent || matrix.Target.Equals(matrix.Domain))
        {
            return null;
        }

        var document = matrix.WellKnown;
        var addresses = await new FederationDnsGate(model).AddressesAsync(document.Domain, cancellationToken);
        return await workspace.Client.Federation.ProbeDelegationAsync(
            new Uri(document.Url), $"{document.Target}:{document.Port}", addresses, cancellationToken);
    }

    private async Task<FederationTest> PingAsync(
        FederationModel model, FederationSupport support, FederationPlan plan, CancellationToken cancellationToken)
    {
        var federation = workspace.Client.Federation;
        var addresses = await new FederationDnsGate(model).AddressesAsync(plan.Target, cancellationToken);
        var ping = await federation.PingAsync(FederationRecords.PeerOf(model, plan), plan.Domain.Value, addresses, cancellationToken);
        return ping.Ok && support.LegacyTestIsReal ? await federation.TestLegacyAsync(cancellationToken) : ping;
    }
}
