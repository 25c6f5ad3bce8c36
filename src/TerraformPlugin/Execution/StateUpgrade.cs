using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>Turns stored state, of this or an older schema version, into a value of today's schema.</summary>
internal static class StateUpgrade
{
    public static TfValue Run(ResourceBase resource, long version, ReadOnlyMemory<byte> json)
    {
        var schema = resource.Schema;
        try
        {
            if (version == schema.Version)
            {
                return TfJson.Decode(json, schema.Type, ignoreUnsupported: true);
            }

            return resource.StateUpgraders.TryGetValue(version, out var upgrader)
                ? upgrader.Upgrade(TfJson.Decode(json, upgrader.PriorType, ignoreUnsupported: true))
                : throw new DiagnosticException(
                    "Unsupported state version",
                    $"The state of this `{resource.TypeName}` has schema version {version}, and this provider reads version {schema.Version}"
                    + (version > schema.Version
                        ? ": a newer provider wrote it. Use that provider version or a later one. The state was not changed."
                        : ", with no way to upgrade. Import the object again. The state was not changed."));
        }
        catch (TfDecodeException error)
        {
            throw new DiagnosticException(
                Diagnostic.Error(
                    "Unreadable state",
                    $"The stored state of this `{resource.TypeName}` does not fit its schema: {error.Message}. The state was not changed. "
                    + "If it was edited by hand, undo that; otherwise remove the object from the state and import it again."),
                error);
        }
    }
}
