using System.Net;
using DnsClient;
using DnsClient.Protocol;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;

namespace RocketChat.Federation.Checking;

/// <summary>Compares the records that exist with those that a federation plan needs. Keeps nothing between two checks.</summary>
public sealed class FederationDnsChecker
{
    private readonly DnsCheckOptions _options;
    private readonly TimeProvider _time;
    private readonly QueryClient _client;
    private readonly IReadOnlyList<ResolverAddress> _resolvers;

    /// <summary>Creates a checker with these options.</summary>
    /// <exception cref="FormatException">A resolver is not valid; the message names it.</exception>
    public FederationDnsChecker(DnsCheckOptions options, TimeProvider? timeProvider = null)
    {
        _options = options;
        _time = timeProvider ?? TimeProvider.System;
        _client = new QueryClient(options, _time);
        _resolvers = [.. options.Resolvers.Select(Parse)];
    }

    /// <summary>Checks the records once. Failures of name servers are part of the verdict, never an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<DnsVerdict> CheckAsync(FederationPlan plan, CancellationToken cancellationToken)
    {
        var system = _resolvers.Count > 0 ? [] : Resolvers.ForStart(_options);
        var configured = _resolvers.Count > 0 ? await Resolvers.FromAsync(_resolvers, _options.HostAddresses, cancellationToken) : null;
        var lookup = new RecordLookup(_client, new ZoneLocator(_client, system), configured, system);
        var target = new TargetCheck(lookup, plan).RunAsync(cancellationToken);
        var results = await Task.WhenAll(plan.Records.Select(r => CheckFor(r, lookup, plan).RunAsync(cancellationToken)));
        var problems = results.SelectMany(r => r.Problems).Concat(await target);
        return new DnsVerdict
        {
            Problems =
            [
                .. problems.OrderBy(p => p.Record, StringComparer.Ordinal)
                    .ThenBy(p => p.Code, StringComparer.Ordinal)
                    .ThenBy(p => p.Found, StringComparer.Ordinal),
            ],
            Found = [.. results.Select(r => r.Found)],
            Asked = [.. lookup.Asked.OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Address, StringComparer.Ordinal)],
            Note = results.Select(r => r.Note).FirstOrDefault(n => n is not null),
        };
    }

    /// <summary>Checks until the records are correct or <paramref name="timeout"/> has passed, and returns the last verdict.</summary>
    /// <param name="plan">The federation plan.</param>
    /// <param name="timeout">The time after which the last verdict is returned.</param>
    /// <param name="interval">The pause between two checks.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<DnsVerdict> WaitAsync(FederationPlan plan, TimeSpan timeout, TimeSpan interval, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        while (true)
        {
            var verdict = await CheckAsync(plan, cancellationToken);
            var left = timeout - _time.GetElapsedTime(start);
            if (verdict.Ok || left <= TimeSpan.Zero)
            {
                return verdict;
            }

            await Task.Delay(left < interval ? left : interval, _time, cancellationToken);
        }
    }

    /// <summary>The addresses of a host as the configured resolvers return them; empty when they know none.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<IReadOnlyList<IPAddress>> AddressesAsync(DomainName host, CancellationToken cancellationToken)
    {
        foreach (var type in (QueryType[])[QueryType.A, QueryType.AAAA])
        {
            foreach (var server in await Resolvers.FromAsync(_resolvers, _options.HostAddresses, cancellationToken))
            {
                var response = await _client.QueryAsync(server, host, type, cancellationToken);
                if (response.Answers.OfType<AddressRecord>().Select(r => r.Address).ToArray() is { Length: > 0 } addresses)
                {
                    return addresses;
                }
            }
        }

        return [];
    }

    private RecordCheck CheckFor(NeededRecord record, RecordLookup lookup, FederationPlan plan) => record switch
    {
        NeededSrv srv => new SrvCheck(lookup, plan, srv, _options.LookForStaleCaches),
        NeededTxt txt => new TxtCheck(lookup, plan, txt, _options.LookForStaleCaches),
        _ => throw new InvalidOperationException($"There is no check for {record.Type} records."),
    };

    private static ResolverAddress Parse(string resolver) =>
        ResolverAddress.TryParse(resolver, out var address, out var error) ? address : throw new FormatException(error);
}
