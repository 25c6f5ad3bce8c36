using System.Net;
using RocketChat.Federation.Checking;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Records;
using RocketTfProvider.Federation.Dns;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Federation;

/// <summary>The check of DNS that must pass before federation is enabled.</summary>
internal sealed class FederationDnsGate(FederationModel model)
{
    private readonly FederationDnsChecker _checker = new(
        new DnsCheckOptions { Resolvers = model.Resolvers, HostAddresses = HostAddresses.OfMachine.OfAsync });

    public Task<DnsVerdict> CheckAsync(FederationPlan plan, CancellationToken cancellationToken) =>
        _checker.CheckAsync(plan, cancellationToken);

    /// <summary>Waits for right records.</summary>
    /// <exception cref="DiagnosticException">They are still wrong when the time is over; the error shows expected and found.</exception>
    public async Task PassAsync(FederationPlan plan, bool isOn, CancellationToken cancellationToken)
    {
        var verdict = await _checker.WaitAsync(plan, model.DnsTimeout, model.DnsInterval, cancellationToken);
        if (!verdict.Ok)
        {
            var state = isOn ? "Federation was enabled before and stays enabled. " : "Federation stays disabled. ";
            throw new DiagnosticException(WrongRecords.Report(verdict, plan.Domain, state, AttributePath.To("domain")));
        }
    }

    /// <summary>Where a host is, as the chosen resolvers say; none to let the system find out.</summary>
    public Task<IReadOnlyList<IPAddress>> AddressesAsync(DomainName host, CancellationToken cancellationToken) =>
        model.Resolvers.Count == 0 ? Task.FromResult<IReadOnlyList<IPAddress>>([]) : _checker.AddressesAsync(host, cancellationToken);
}
