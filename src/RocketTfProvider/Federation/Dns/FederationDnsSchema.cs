using System.Collections.Immutable;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The schema of the data source <c>rocketchat_federation_dns</c>.</summary>
internal static class FederationDnsSchema
{
    private const int LongestTtl = 604_800;

    public static Schema Instance { get; } = new()
    {
        Description = "Says which DNS records federation needs, in the spellings of DNS hosts, and on request whether those that exist are right.",
        Validators = [FederationDnsRules.CheckTogether],
        Attributes =
        [
            new("profile", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "`legacy` (the default): between Rocket.Chat servers, an SRV and a TXT record, up to 7.10. `matrix`: the Matrix bridge of 4.7 to 7.10, or the "
                    + "native service since 7.11.",
                Validators = [Validate.OneOf("legacy", "matrix")],
            },
            new("domain", TfType.String, AttributeUse.Required)
            {
                Description = "The federation domain, what users have behind their name: `chat.example.org`. Capitals, a dot at the end and letters outside ASCII are "
                    + "brought into form; without scheme, port and `@`.",
                Validators = [DnsInput.Name],
            },
            new("zone", TfType.String, AttributeUse.Optional)
            {
                Description = "The DNS zone that holds the domain, such as `example.org`; gives `relative_name`.",
                Validators = [DnsInput.Name],
            },
            new("target", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "The host that other servers connect to; the host of the provider's `url` if not set.",
                Validators = [DnsInput.Name],
            },
            new("port", TfType.Number, AttributeUse.OptionalComputed)
            {
                Description = "The port that other servers connect to. If not set: that of the provider's `url` when `target` comes from there too, else `443`.",
                Validators = [Validate.Integer(1, 65535)],
            },
            new("protocol", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Legacy: the SRV record's second label. `https` (the default); `http` for a server without TLS; `tcp` (3.4 or later, reached over https) where "
                    + "the DNS host refuses the others. Servers look for them in this order.",
                Validators = [Validate.OneOf("https", "http", "tcp")],
            },
            new("delegation", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Matrix: how others learn the host. `well_known` (the default): by a document on the domain's own web site, see `well_known`. `srv`: by an SRV "
                    + "record; the host must then show a certificate for the domain.",
                Validators = [Validate.OneOf(Delegation.ByDocument, Delegation.BySrv)],
            },
            new("public_key", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Legacy: the workspace's public key (PEM, with or without line breaks); read from its setting `FEDERATION_Public_Key` if not set.",
                Validators = [DnsInput.Key],
            },
            Whole("ttl", "Seconds that others may remember the records; `300` if not set.", 1, LongestTtl),
            Whole("priority", "Priority of the SRV record; `1` if not set. Rocket.Chat ignores it.", 0, 65535),
            Whole("weight", "Weight of the SRV record; `1` if not set. Rocket.Chat ignores it.", 0, 65535),
            new("verify", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether to ask DNS; `false` if not set. With `depends_on` the resources that create the records, it asks once they exist.",
            },
            new("resolvers", TfType.List(TfType.String), AttributeUse.Optional)
            {
                Description = "The name servers to believe, as `address`, `address:port`, `[address]:port` or `name`. If not set, every authoritative server of the zone is "
                    + "asked, and all must agree. Needs `verify = true`.",
                Validators = [DnsInput.Resolvers],
            },
            new(
                "wait",
                new NestedAttributes(NestingMode.Single,
                [
                    new("timeout", TfType.String, AttributeUse.Required) { Description = "How long to wait, such as `10m`.", Validators = [Duration.Validator] },
                    new("interval", TfType.String, AttributeUse.Optional)
                    {
                        Description = "How long to pause between two looks; `10s` if not set, at least `1s`.",
                        Validators = [DnsInput.Interval],
                    },
                ]),
                AttributeUse.Optional)
            {
                Description = "Looks again until the records are right. When the time is over, the last verdict counts. Needs `verify = true`.",
            },
            new("fail_if_wrong", TfType.Bool, AttributeUse.Optional)
            {
                Description = "Whether wrong records are an error; if not set, they are data, in `ok` and `problems`. Needs `verify = true`.",
            },
            new("ask_server", TfType.Bool, AttributeUse.Optional)
            {
                Description = "Whether to ask the workspace as well what it sees in DNS, see `server_view`. If not set, it is asked when its key was read anyway. Needs "
                    + "`verify = true`.",
            },
            NeededRecordsAttribute.Of("records"),
            WellKnownAttribute.Instance,
            .. VerdictAttributes.All,
        ],
    };

    /// <summary>The attributes that only the provider gives.</summary>
    public static ImmutableArray<string> OutputNames { get; } =
        [.. Instance.Attributes.Where(a => a.Use == AttributeUse.Computed).Select(a => a.Name)];

    private static SchemaAttribute Whole(string name, string description, int least, int most) => new(name, TfType.Number, AttributeUse.OptionalComputed)
    {
        Description = description,
        Validators = [Validate.Integer(least, most)],
    };
}
