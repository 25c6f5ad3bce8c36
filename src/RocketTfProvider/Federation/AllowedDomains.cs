using RocketChat.Federation.Names;
using RocketTfProvider.Federation.Dns;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Federation;

/// <summary>The domains that may federate with the workspace.</summary>
internal static class AllowedDomains
{
    private const string Below = "*.";

    /// <summary>Each is a domain, or <c>*.</c> and a domain: the server holds them as one text with commas, and checks nothing.</summary>
    public static AttributeValidator Validator { get; } = (value, path, diagnostics) =>
    {
        foreach (var element in value.Elements.Where(e => !e.IsUnknown))
        {
            var text = element.IsNull ? "" : element.String;
            var prefix = text.StartsWith(Below, StringComparison.Ordinal) ? Below : "";
            if (!DomainName.TryParse(text[prefix.Length..], out var name, out var fault))
            {
                diagnostics.Add(DnsInput.InvalidName($" holds \"{text}\": {fault}", path));
            }
            else if (text != prefix + name.Value)
            {
                diagnostics.Add(DnsInput.InvalidName(
                    $" holds \"{text}\", which the server would compare as it is. Write \"{prefix}{name}\".", path));
            }
        }
    };
}
