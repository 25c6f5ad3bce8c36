using RocketChat.Federation.Lookup;
using RocketChat.Federation.Names;
using RocketChat.Federation.Records;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation.Dns;

/// <summary>Checks of the configuration that need no server.</summary>
internal static class DnsInput
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    /// <summary>A full domain name.</summary>
    public static AttributeValidator Name { get; } = (value, path, diagnostics) =>
    {
        if (!DomainName.TryParse(value.String, out _, out var fault))
        {
            diagnostics.Add(InvalidName($": {fault}", path));
        }
    };

    /// <param name="fault">The problem and the remedy, after the name of the attribute.</param>
    /// <param name="path">The attribute with the name.</param>
    public static Diagnostic InvalidName(string fault, AttributePath path) =>
        Diagnostic.Error("Invalid domain name", $"`{path}`{fault}", path);

    /// <summary>A public key in PEM.</summary>
    public static AttributeValidator Key { get; } = (value, path, diagnostics) =>
    {
        if (!PublicKey.TryParse(value.String, out _, out var fault))
        {
            diagnostics.AddError("Invalid public key", $"`{path}`: {fault}", path);
        }
    };

    /// <summary>A list of name servers, with at least one.</summary>
    public static AttributeValidator Resolvers { get; } = (value, path, diagnostics) =>
    {
        if (value.Elements.Count == 0)
        {
            diagnostics.AddError("Empty list",
                $"`{path}` names nobody. Name at least one, or leave the attribute out to ask the zone's own servers.", path);
        }

        foreach (var (index, element) in value.Elements.Index().Where(e => e.Item.IsPresent))
        {
            if (!ResolverAddress.TryParse(element.String, out _, out var fault))
            {
                diagnostics.AddError("Invalid name server", $"`{path.Element(index)}`: {fault}", path.Element(index));
            }
        }
    };

    /// <summary>A duration that does not make the wait a flood.</summary>
    public static AttributeValidator Interval { get; } = (value, path, diagnostics) =>
    {
        Duration.Validator(value, path, diagnostics);
        if (Duration.TryParse(value.String, out var interval) && interval > TimeSpan.Zero && interval < ShortestInterval)
        {
            diagnostics.AddError("Interval too short", $"`{path}` must be at least `1s`: name servers limit those who ask too often.",
                path);
        }
    };
}
