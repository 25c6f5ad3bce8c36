using RocketTfProvider.Federation.Dns;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>The attributes for the checks before federation is enabled and after it.</summary>
internal static class FederationGates
{
    public static SchemaAttribute WaitForDns { get; } = new(
        "wait_for_dns",
        new NestedAttributes(NestingMode.Single,
        [
            new("enabled", TfType.Bool, AttributeUse.Optional) { Description = "Whether to check the records. Default `true`." },
            new("timeout", TfType.String, AttributeUse.Optional)
            {
                Description = "Time limit for the records to become correct. Default `10m`.",
                Validators = [Duration.Validator],
            },
            new("interval", TfType.String, AttributeUse.Optional)
            {
                Description = "Pause between two checks, at least `1s`. Default `10s`.",
                Validators = [DnsInput.Interval],
            },
            new("resolvers", TfType.List(TfType.String), AttributeUse.Optional)
            {
                Description = "Name servers to query, such as `address:port`. Defaults to every authoritative server of the zone.",
                Validators = [DnsInput.Resolvers],
            },
        ]),
        AttributeUse.Optional)
    {
        Description = "How to check the DNS records before federation is enabled. Only legacy federation needs records.",
    };

    public static SchemaAttribute Test { get; } = new(
        "test",
        new NestedAttributes(NestingMode.Single,
        [
            new("enabled", TfType.Bool, AttributeUse.Optional)
            {
                Description = "Whether to test federation after it is enabled. Default `true`.",
            },
            new("required", TfType.Bool, AttributeUse.Optional)
            {
                Description = "Whether a failed test is an error. Default `true`. A create that fails disables federation again; an update "
                    + "leaves it enabled.",
            },
        ]),
        AttributeUse.Optional)
    {
        Description = "How to test federation.",
    };

    public static SchemaAttribute LastTest { get; } = new(
        "last_test",
        new NestedAttributes(NestingMode.Single,
        [
            new("ok", TfType.Bool, AttributeUse.Computed) { Description = "Whether the test succeeded." },
            new("code", TfType.String, AttributeUse.Computed)
            {
                Description = "Stable code of the result: `ok`, `peer_unreachable`, `domain_mismatch` …",
            },
            new("message", TfType.String, AttributeUse.Computed) { Description = "Description of the result." },
        ]),
        AttributeUse.Computed)
    {
        Description = "Result of the last test; null if there was none.",
    };
}
