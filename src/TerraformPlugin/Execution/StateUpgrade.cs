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
            var upgrader = version == schema.Version ? null : Upgrader(resource, version);
            var stored = TfJson.Decode(json, upgrader?.PriorType ?? schema.Type, ignoreUnsupported: true);
            return stored.IsPresent
                ? ObjectForm.Complete(schema, upgrader?.Upgrade(stored) ?? stored)
                : throw new TfDecodeException("it is not an object");
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

    private static StateUpgrader Upgrader(ResourceBase resource, long version) =>
        resource.StateUpgraders.GetValueOrDefault(version) ?? throw new DiagnosticException(
            "Unsupported state version",
            $"The state of this `{resource.TypeName}` has schema version {version}, and this provider reads version "
            + $"{resource.Schema.Version}"
            + (version > resource.Schema.Version
                ? ": a newer provider wrote it. Use that provider version or a later one. The state was not changed."
                : ", with no way to upgrade. Import the object again. The state was not changed."));
}
