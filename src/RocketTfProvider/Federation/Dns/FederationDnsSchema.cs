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
        Description = "Computes the DNS records that federation needs, in the notations of DNS hosts, and checks the existing records on "
            + "request.",
        Validators = [FederationDnsRules.CheckTogether],
        Attributes =
        [
            new("profile", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Kind of federation. `legacy` (the default): between Rocket.Chat servers, with an SRV and a TXT record, up "
                    + "to 7.10. `matrix`: the Matrix bridge of 4.7 to 7.10, or the native service since 7.11.",
                Validators = [Validate.OneOf("legacy", "matrix")],
            },
            new("domain", TfType.String, AttributeUse.Required)
            {
                Description = "Federation domain, the part of a user's address after the username: `chat.example.org`. Uppercase "
                    + "letters, a trailing dot and non-ASCII letters are normalized. Without scheme, port and `@`.",
                Validators = [DnsInput.Name],
            },
            new("zone", TfType.String, AttributeUse.Optional)
            {
                Description = "DNS zone that contains the domain, such as `example.org`. Required for `relative_name`.",
                Validators = [DnsInput.Name],
            },
            new("target", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Host that other servers connect to. Defaults to the host of the provider's `url`, or to `domain` if that "
                    + "host cannot be in a DNS record, such as an IP address.",
                Validators = [DnsInput.Name],
            },
            new("port", TfType.Number, AttributeUse.OptionalComputed)
            {
                Description = "Port that other servers connect to. Defaults to the port of the provider's `url` if `target` comes from "
                    + "there, too, otherwise to `443`.",
                Validators = [Validate.Integer(1, 65535)],
            },
            new("protocol", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Legacy: second label of the SRV record. `https` (the default); `http` for a server without TLS; `tcp` "
                    + "(3.4 or later, reached over https) if the DNS host rejects the others. Servers look for the records in this order.",
                Validators = [Validate.OneOf("https", "http", "tcp")],
            },
            new("delegation", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Matrix: how other servers find the host. `well_known` (the default): by a document on the domain's own "
                    + "website, see `well_known`. `srv`: by an SRV record; the host must then present a certificate for the domain.",
                Validators = [Validate.OneOf(Delegation.ByDocument, Delegation.BySrv)],
            },
            new("public_key", TfType.String, AttributeUse.OptionalComputed)
            {
                Description = "Legacy: public key of the workspace (PEM, with or without line breaks). Defaults to the workspace's setting "
                    + "`FEDERATION_Public_Key`.",
                Validators = [DnsInput.Key],
            },
            Integer("ttl", "Time to live of the records, in seconds. Default `300`.", 1, LongestTtl),
            Integer("priority", "Priority of the SRV record. Default `1`. Rocket.Chat ignores it.", 0, 65535),
            Integer("weight", "Weight of the SRV record. Default `1`. Rocket.Chat ignores it.", 0, 65535),
            new("verify", TfType.Bool, AttributeUse.OptionalComputed)
            {
                Description = "Whether to check the records in DNS. Default `false`. Set `depends_on` to the resources that create the "
                    + "records to check them once they exist.",
            },
            new("resolvers", TfType.List(TfType.String), AttributeUse.Optional)
            {
                Description = "Name servers to query, as `address`, `address:port`, `[address]:port` or `name`. If not set, every "
                    + "authoritative server of the zone is queried, and all must agree. Requires `verify = true`.",
                Validators = [DnsInput.Resolvers],
            },
            new(
                "wait",
                new NestedAttributes(NestingMode.Single,
                [
                    new("timeout", TfType.String, AttributeUse.Required)
                    {
                        Description = "Time limit of the wait, such as `10m`.",
                        Validators = [Duration.Validator],
                    },
                    new("interval", TfType.String, AttributeUse.Optional)
                    {
                        Description = "Pause between two checks, at least `1s`. Default `10s`.",
                        Validators = [DnsInput.Interval],
                    },
                ]),
                AttributeUse.Optional)
            {
                Description = "Repeats the check until the records are correct. When the time limit is reached, the last result is used. "
                    + "Requires `verify = true`.",
            },
            new("fail_if_wrong", TfType.Bool, AttributeUse.Optional)
            {
                Description = "Whether wrong records are an error. If not set, `ok` and `problems` report them. Requires `verify = true`.",
            },
            new("ask_server", TfType.Bool, AttributeUse.Optional)
            {
                Description = "Whether to ask the workspace, too, what it sees in DNS, see `server_view`. If not set, the workspace is "
                    + "asked only if its key was read. Requires `verify = true`.",
            },
            NeededRecordsAttribute.Of("records"),
            WellKnownAttribute.Instance,
            .. VerdictAttributes.All,
        ],
    };

    /// <summary>The attributes that only the provider gives.</summary>
    public static ImmutableArray<string> OutputNames { get; } =
        [.. Instance.Attributes.Where(a => a.Use == AttributeUse.Computed).Select(a => a.Name)];

    private static SchemaAttribute Integer(string name, string description, int least, int most) =>
        new(name, TfType.Number, AttributeUse.OptionalComputed)
        {
            Description = description,
            Validators = [Validate.Integer(least, most)],
        };
}
