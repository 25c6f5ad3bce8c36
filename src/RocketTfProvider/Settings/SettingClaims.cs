using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;

namespace RocketTfProvider.Settings;

/// <summary>
/// The settings that each resource manages in this run. Two resources that manage the same setting undo each other's work; the one that is
/// planned second is warned.
/// </summary>
internal sealed class SettingClaims
{
    private const string MarkKey = "claim";

    private readonly Runs<Dictionary<string, (string TypeName, string Mark)>> _runs = new();

    /// <summary>Claims settings for a resource, and warns of each that another resource manages too.</summary>
    /// <param name="client">The client of the run.</param>
    /// <param name="typeName">The resource's type.</param>
    /// <param name="context">The plan.</param>
    /// <param name="settings">The attributes, such as <c>gateway.url</c>, and the settings that they stand for.</param>
    public void Warn(RocketChatClient client, string typeName, CallContext context, IEnumerable<(string Path, string SettingId)> settings)
    {
        foreach (var (path, id) in settings)
        {
            if (Claim(client, id, typeName, context.Private) is { } other)
            {
                context.Diagnostics.AddWarning(
                    "Setting managed twice",
                    $"`{path}` is the setting `{id}`, which {other} of this configuration manages too: each undoes what the other does. Keep one of them.",
                    SettingAttribute.PlaceOf(path));
            }
        }
    }

    /// <summary>Claims a setting for a resource.</summary>
    /// <param name="client">The client of the run.</param>
    /// <param name="settingId">The setting.</param>
    /// <param name="typeName">The resource's type.</param>
    /// <param name="state">
    /// The private state of the plan. A mark in it tells one resource from another of its type; one that is replaced is planned twice, and
    /// takes the mark along.
    /// </param>
    /// <returns>The other resource that manages it, such as <c>another `rocketchat_setting`</c>; null when there is none.</returns>
    public string? Claim(RocketChatClient client, string settingId, string typeName, PrivateState state)
    {
        if (!state.TryGet(MarkKey, out var mark))
        {
            mark = Guid.NewGuid().ToString("N");
            state.Set(MarkKey, mark);
        }

        var claims = _runs.Of(client);
        lock (claims)
        {
            if (claims.TryAdd(settingId, (typeName, mark)) || claims[settingId].Mark == mark)
            {
                return null;
            }

            return claims[settingId].TypeName == typeName ? $"another `{typeName}`" : $"a `{claims[settingId].TypeName}`";
        }
    }
}
