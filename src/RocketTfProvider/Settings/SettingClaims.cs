using RocketTfProvider.Connection;
using TerraformPlugin;

namespace RocketTfProvider.Settings;

/// <summary>
/// The resource that manages each setting in this run. Two resources that manage one setting undo each other's work; the plan of the second
/// warns.
/// </summary>
internal sealed class SettingClaims
{
    private const string MarkKey = "claim";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string TypeName, string Mark)> _claims = [];

    /// <summary>Claims settings for a resource, and warns of each that another resource manages too.</summary>
    /// <param name="typeName">The resource's type.</param>
    /// <param name="context">The plan.</param>
    /// <param name="settings">The attributes, such as <c>gateway.url</c>, and the settings that they stand for.</param>
    public void Warn(string typeName, CallContext context, IEnumerable<(string Path, string SettingId)> settings)
    {
        foreach (var (path, id) in settings)
        {
            if (Claim(id, typeName, context.Private) is { } other)
            {
                context.Diagnostics.AddWarning(
                    "Setting managed twice".Naming(id),
                    $"`{path}` is the setting `{id}`, which {other} of this configuration manages too: each undoes what the other does. "
                    + "Keep one of them.",
                    SettingAttribute.PlaceOf(path));
            }
        }
    }

    /// <summary>Claims a setting for a resource.</summary>
    /// <param name="settingId">The setting.</param>
    /// <param name="typeName">The resource's type.</param>
    /// <param name="state">
    /// The private state of the plan. A mark in it tells one resource from another of its type; one that is replaced is planned twice, and
    /// takes the mark along.
    /// </param>
    /// <returns>The other resource that manages it, such as <c>another `rocketchat_setting`</c>; null when there is none.</returns>
    private string? Claim(string settingId, string typeName, PrivateState state)
    {
        if (!state.TryGet(MarkKey, out var mark))
        {
            mark = Guid.NewGuid().ToString();
            state.Set(MarkKey, mark);
        }

        lock (_lock)
        {
            if (_claims.TryAdd(settingId, (typeName, mark)) || _claims[settingId].Mark == mark)
            {
                return null;
            }

            return _claims[settingId].TypeName == typeName ? $"another `{typeName}`" : $"a `{_claims[settingId].TypeName}`";
        }
    }
}
