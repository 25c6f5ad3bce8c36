using System.Collections.Concurrent;
using RocketChat.Client;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Connection;

/// <summary>
/// The stored objects of a run that the account may not read. Each is reported once, by its first read or plan, and stays as the state has
/// it.
/// </summary>
internal sealed class UnreadObjects
{
    private readonly ConcurrentDictionary<(string TypeName, string Id), bool> _reported = [];

    public void Warn(RocketChatException failure, string typeName, TfValue state, DiagnosticList diagnostics)
    {
        var id = state.Attributes["id"] is { IsPresent: true } known ? known.String : typeName;
        if (_reported.TryAdd((typeName, id), true))
        {
            var refusal = ClientFailure.Describe(failure);
            diagnostics.AddWarning(
                "Permission denied to read".Naming(id),
                $"{refusal.Detail} Until then, a plan shows this object as the state has it, without what was changed on the server. A "
                + "destroy works if it writes nothing (`on_destroy = \"keep\"`).");
        }
    }
}
