using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace RocketChat.Federation;

/// <summary>Compares the records that exist with those that a federation plan needs. Remembers nothing between two checks.</summary>
public sealed class FederationDnsChecker
{
    private readonly DnsCheckOptions _options;
    private readonly TimeProvider _time;
    private readonly QueryClient _questioner;
    private readonly IReadOnlyList<ResolverAddress> _resolvers;

    /// <summary>A checker that asks as <paramref name="options"/> say.</summary>
    /// <exception cref="FormatException">A resolver has no valid form; the message says which.</exception>
    public FederationDnsChecker(DnsCheckOptions options, TimeProvider? timeProvider = null)
    {
        _options = options;
        _time = timeProvider ?? TimeProvider.System;
        _questioner = new QueryClient(options, _time);
        _resolvers = [.. options.Resolvers.Select(r => ResolverAddress.TryParse(r, out var address, out var fault) ? address : throw new FormatException(fault))];
    }

    /// <summary>One look. Whatever the name servers do is part of the verdict, never an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller does not want to know any more.</exception>
    public async Task<DnsVerdict> CheckAsync(FederationPlan plan, CancellationToken cancellationToken)
    {
        var machine = _resolvers.Count > 0 ? [] : Resolvers.ForStart(_options);
        var given = _resolvers.Count > 0 ? await Resolvers.FromAsync(_resolvers, cancellationToken) : null;
        var search = new RecordLookup(_questioner, new ZoneLocator(_questioner, machine), given, machine);
        var target = new TargetCheck(search, plan).RunAsync(cancellationToken);
        var judgements = await Task.WhenAll(plan.Records.Select(r => CheckFor(r, search, plan).RunAsync(cancellationToken)));
        var problems = judgements.SelectMany(j => j.Problems).Concat(await target);
        return new DnsVerdict
        {
            Problems = [.. problems.OrderBy(p => p.Record, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Found, StringComparer.Ordinal)],
            Found = [.. judgements.Select(j => j.Found)],
            Asked = [.. search.Asked.OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Address, StringComparer.Ordinal)],
            Note = judgements.Select(j => j.Note).FirstOrDefault(r => r is not null),
        };
    }

    /// <summary>Looks until the records are right or <paramref name="timeout"/> is over, and gives the last verdict.</summary>
    /// <param name="plan">What is needed.</param>
    /// <param name="timeout">How long to go on.</param>
    /// <param name="interval">How long to pause between two looks.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <exception cref="OperationCanceledException">The caller does not want to know any more.</exception>
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

    /// <summary>The addresses of a host as the given resolvers say; none when they know none.</summary>
    /// <exception cref="OperationCanceledException">The caller does not want to know any more.</exception>
    public async Task<IReadOnlyList<IPAddress>> AddressesAsync(DomainName host, CancellationToken cancellationToken)
    {
        foreach (var type in (QueryType[])[QueryType.A, QueryType.AAAA])
        {
            foreach (var server in await Resolvers.FromAsync(_resolvers, cancellationToken))
            {
                var reply = await _questioner.QueryAsync(server, host, type, cancellationToken);
                if (reply.Answers.OfType<AddressRecord>().Select(r => r.Address).ToArray() is { Length: > 0 } addresses)
                {
                    return addresses;
                }
            }
        }

        return [];
    }

    private RecordCheck CheckFor(NeededRecord record, RecordLookup search, FederationPlan plan) => record switch
    {
        NeededSrv srv => new SrvCheck(search, plan, srv, _options.LookForStaleCaches),
        NeededTxt txt => new TxtCheck(search, plan, txt, _options.LookForStaleCaches),
        _ => throw new InvalidOperationException($"Nobody judges {record.Type} records."),
    };
}
