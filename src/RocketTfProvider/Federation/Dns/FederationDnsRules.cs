using RocketChat.Federation.Names;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation.Dns;

/// <summary>Rules between attributes, checked before any request.</summary>
internal static class FederationDnsRules
{
    public static ConfigValidator CheckTogether { get; } = (config, diagnostics) =>
    {
        var attributes = config.Attributes;
        foreach (var name in (string[])["resolvers", "wait", "fail_if_wrong", "ask_server"])
        {
            if (attributes[name].IsPresent && !IsFalse(attributes[name]) && (attributes["verify"].IsNull || IsFalse(attributes["verify"])))
            {
                diagnostics.AddError("Nothing to verify",
                    $"`{name}` has an effect only with `verify = true`. Set that, or remove `{name}`.", AttributePath.To(name));
            }
        }

        var isMatrix = attributes["profile"] is { IsPresent: true, String: "matrix" };
        if (!attributes["profile"].IsUnknown)
        {
            foreach (var name in isMatrix ? (string[])["protocol", "public_key"] : ["delegation"])
            {
                if (attributes[name].IsPresent)
                {
                    diagnostics.AddError(
                        "Attribute of the other profile",
                        $"`{name}` belongs to the profile `{(isMatrix ? "legacy" : "matrix")}`. Remove it, or change `profile`.",
                        AttributePath.To(name));
                }
            }
        }

        if (NameAt(attributes["domain"]) is { } domain && NameAt(attributes["zone"]) is { } zone && !domain.IsWithin(zone))
        {
            diagnostics.AddError("Domain outside its zone", $"`{domain}` is not within the zone `{zone}`. Correct `zone` or `domain`.",
                AttributePath.To("zone"));
        }
    };

    private static DomainName? NameAt(TfValue value) =>
        value.IsPresent && DomainName.TryParse(value.String, out var name, out _) ? name : null;

    private static bool IsFalse(TfValue value) => value is { IsPresent: true, Kind: TfValueKind.Bool, Bool: false };
}
