using System.Collections.Immutable;
using RocketChat.Federation.Checking;
using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The data source <c>rocketchat_federation_dns</c>.</summary>
internal sealed class FederationDnsDataSource(Workspace workspace) : DataSource<FederationDnsModel>
{
    private const int UsualTtl = 300;
    private const int UsualPlace = 1;

    private readonly ServerDefaults _defaults = new(workspace);

    public override string TypeName => "rocketchat_federation_dns";

    public override Schema Schema => FederationDnsSchema.Instance;

    /// <summary>More than the longest wait: every single question has a limit of its own.</summary>
    public override TimeSpan Timeout => TimeSpan.FromHours(25);

    protected override async Task<FederationDnsModel> ReadAsync(
        FederationDnsModel config, CallContext context, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(config, cancellationToken);
        var zone = config.Zone.TryGet(out var zoneText) ? DomainName.Parse(zoneText) : null;
        var outputs = ImmutableDictionary<string, TfValue>.Empty
            .Add("records", NeededRecordsAttribute.ValueOf(plan.Records, zone))
            .Add(WellKnownAttribute.Name, WellKnownAttribute.ValueOf(plan));
        if (config.Verify.Or(false))
        {
            outputs = outputs.AddRange(await VerifyAsync(config, plan, context.Diagnostics, cancellationToken));
        }

        return Complete(config, plan) with { Outputs = outputs };
    }

    private async Task<FederationPlan> PlanAsync(FederationDnsModel config, CancellationToken cancellationToken)
    {
        var domain = DomainName.Parse(config.Domain.Value);
        var target = config.Target.TryGet(out var targetText) ? DomainName.Parse(targetText) : _defaults.Target(domain);
        FederationPlan plan = config.Profile.Or("legacy") == "matrix"
            ? new MatrixFederation(domain, target) { BySrv = config.Delegation.Or("") == Delegation.BySrv }
            : new LegacyFederation(
                domain, target, await KeyAsync(config, cancellationToken))
            { Label = LegacyLabels.Named(config.Protocol.Or("")) };
        return plan with
        {
            Port = Integer(config.Port) ?? _defaults.Port(config.Target.IsPresent),
            Ttl = Integer(config.Ttl) ?? UsualTtl,
            Priority = Integer(config.Priority) ?? UsualPlace,
            Weight = Integer(config.Weight) ?? UsualPlace,
        };
    }

    private async Task<PublicKey> KeyAsync(FederationDnsModel config, CancellationToken cancellationToken) =>
        config.PublicKey.TryGet(out var text) ? PublicKey.Parse(text) : await _defaults.PublicKeyAsync(cancellationToken);

    private async Task<IEnumerable<KeyValuePair<string, TfValue>>> VerifyAsync(
        FederationDnsModel config, FederationPlan plan, DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        var checker = new FederationDnsChecker(new DnsCheckOptions
        {
            Resolvers = config.Resolvers.Or([]),
            HostAddresses = HostAddresses.OfMachine.OfAsync,
        });
        var verdict = config.Wait.TryGet(out var wait)
            ? await checker.WaitAsync(plan, wait.TimeoutLength, wait.IntervalLength, cancellationToken)
            : await checker.CheckAsync(plan, cancellationToken);
        var view = TfValue.Null;
        if (plan is LegacyFederation && config.AskServer.Or(config.PublicKey.IsNull))
        {
            var serverView = await ServerView.ReadAsync(workspace.Client, plan.Records, diagnostics, cancellationToken);
            view = serverView.Value;
            verdict = serverView.Problem is { } problem ? verdict with { Problems = verdict.Problems.Add(problem) } : verdict;
        }

        if (verdict.Note is { } remark)
        {
            diagnostics.AddWarning("Resolvers asked instead".Naming(plan.Domain.Value), remark);
        }

        return config.FailIfWrong.Or(false) && !verdict.Ok
            ? throw new DiagnosticException(WrongRecords.Report(verdict, plan.Domain, consequence: "", path: null))
            : VerdictAttributes.ValuesOf(verdict).Append(new("server_view", view));
    }

    private static FederationDnsModel Complete(FederationDnsModel config, FederationPlan plan)
    {
        var legacy = plan as LegacyFederation;
        return config with
        {
            Profile = config.Profile.Or("legacy"),
            Target = config.Target.Or(plan.Target.Value),
            Port = TfNumber.FromInt64(plan.Port),
            Ttl = TfNumber.FromInt64(plan.Ttl),
            Priority = TfNumber.FromInt64(plan.Priority),
            Weight = TfNumber.FromInt64(plan.Weight),
            Protocol = legacy is null ? Tf<string>.Null : config.Protocol.Or("https"),
            Delegation = legacy is null ? config.Delegation.Or(Delegation.ByDocument) : Tf<string>.Null,
            PublicKey = legacy is null ? Tf<string>.Null : config.PublicKey.Or(legacy.PublicKey.Text),
            Verify = config.Verify.Or(false),
        };
    }

    private static int? Integer(Tf<TfNumber> number) => number.TryGet(out var value) && value.TryToInt64(out var whole) ? (int)whole : null;
}
