using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>Turns a stored identity, of this or an older version, into one of today's form.</summary>
internal static class IdentityUpgrade
{
    /// <exception cref="DiagnosticException">The identity cannot be read.</exception>
    public static TfValue Run(string typeName, ResourceIdentity identity, long version, ReadOnlyMemory<byte> json)
    {
        var upgrader = identity.Upgraders.GetValueOrDefault(version);
        if (upgrader is null && version != identity.Version)
        {
            throw new DiagnosticException(
                "Unsupported identity version",
                $"The stored identity of this `{typeName}` has version {version}, and this provider reads version {identity.Version}. "
                + "If a newer provider wrote it, use that provider version or a later one. Otherwise import the object again. The state "
                + "was not changed.");
        }

        try
        {
            var stored = TfJson.Decode(json, upgrader?.PriorType ?? identity.Type, ignoreUnsupported: true);
            return !stored.IsPresent ? throw new TfDecodeException("it is not an object") : upgrader?.Upgrade(stored) ?? stored;
        }
        catch (TfDecodeException error)
        {
            throw new DiagnosticException(
                Diagnostic.Error(
                    "Unreadable identity",
                    $"The stored identity of this `{typeName}` does not fit its schema: {error.Message}. The state was not changed. "
                    + "Remove the object from the state and import it again."),
                error);
        }
    }
}
