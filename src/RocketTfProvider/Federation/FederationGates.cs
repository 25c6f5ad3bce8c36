using RocketTfProvider.Federation.Dns;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>What has to be right before the switch and after it, as attributes.</summary>
internal static class FederationGates
{
    public static SchemaAttribute WaitForDns { get; } = new(
        "wait_for_dns",
        new NestedAttributes(NestingMode.Single,
        [
            new("enabled", TfType.Bool, AttributeUse.Optional) { Description = "Whether the records are checked at all; `true` if not set." },
            new("timeout", TfType.String, AttributeUse.Optional) { Description = "How long to wait for right records; `10m` if not set.", Validators = [Duration.Validator] },
            new("interval", TfType.String, AttributeUse.Optional)
            {
                Description = "How long to pause between two looks; `10s` if not set, at least `1s`.",
                Validators = [DnsInput.Interval],
            },
            new("resolvers", TfType.List(TfType.String), AttributeUse.Optional)
            {
                Description = "The name servers to believe, as `address:port` and the like; every authoritative server of the zone if not set.",
                Validators = [DnsInput.Resolvers],
            },
        ]),
        AttributeUse.Optional)
    {
        Description = "How the DNS records are checked before federation is switched on. Only legacy federation needs records.",
    };

    public static SchemaAttribute Test { get; } = new(
        "test",
        new NestedAttributes(NestingMode.Single,
        [
            new("enabled", TfType.Bool, AttributeUse.Optional) { Description = "Whether federation is tested after it was switched on; `true` if not set." },
            new("required", TfType.Bool, AttributeUse.Optional) { Description = "Whether a failed test is an error; `true` if not set. Federation stays on either way." },
        ]),
        AttributeUse.Optional)
    {
        Description = "How federation is tested.",
    };

    public static SchemaAttribute LastTest { get; } = new(
        "last_test",
        new NestedAttributes(NestingMode.Single,
        [
            new("ok", TfType.Bool, AttributeUse.Computed) { Description = "Whether it succeeded." },
            new("code", TfType.String, AttributeUse.Computed) { Description = "A code that never changes: `ok`, `peer_unreachable`, `domain_mismatch` …" },
            new("message", TfType.String, AttributeUse.Computed) { Description = "What was found." },
        ]),
        AttributeUse.Computed)
    {
        Description = "The result of the last test; null when there was none.",
    };
}
