using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>The list resource <c>rocketchat_setting</c>: the settings that can be managed.</summary>
internal sealed class SettingListResource(Workspace workspace, SettingResource settings)
    : ListResource<SettingsModel, SettingsModel>(settings)
{
    private const string IdPattern = "id_pattern";
    private const string Group = "group";

    public override Schema Schema { get; } = new()
    {
        Description = "Finds settings, to import each of them as a `rocketchat_setting`. A setting must match all filters that are set; "
            + "without a filter, all settings are found that can be managed.",
        Attributes =
        [
            new(IdPattern, TfType.String, AttributeUse.Optional)
            {
                Description = "Only settings whose entire id matches the pattern, such as `Push_*`: `*` matches any characters, `?` one "
                    + "character. Not case-sensitive. The ids of a group of the administration panel usually begin with the same word.",
                Validators = [TerraformPlugin.Schemas.Validate.NotWhiteSpace, PlainText.Wildcards],
            },
            new(Group, TfType.String, AttributeUse.Optional)
            {
                Description = "Only settings of the group of the administration panel that has this id, such as `Accounts`. Requires a "
                    + "server method that Rocket.Chat has up to 8.x; Rocket.Chat 9.0 removed most methods.",
                Validators = [TerraformPlugin.Schemas.Validate.NotWhiteSpace],
            },
            new(ChangedSettings.Only, TfType.Bool, AttributeUse.Optional)
            {
                Description = "Whether to find only settings whose value differs from the default of the server's version. Default "
                    + "`false`. Requires Rocket.Chat 7.5 or later.",
            },
        ],
    };

    protected override async IAsyncEnumerable<ListedObject<SettingsModel>> ListAsync(
        SettingsModel config, CallContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = await workspace.Client.Settings.ListAsync(cancellationToken);
        var found = config.At(ChangedSettings.Only).Equals(TfValue.True) ? all.Changed() : all;
        var isInGroup = config.At(Group) is { IsPresent: true } group
            ? SettingGroups.Filter(await workspace.Client.Settings.ListPanelAsync(cancellationToken), group.String, AttributePath.To(Group))
            : _ => true;
        var pattern = config.At(IdPattern) is { IsPresent: true } given ? given.String : "*";
        foreach (var setting in found
            .Where(s => UnwritableSettings.Reason(s.Id) is null && isInGroup(s.Id) && FileSystemName.MatchesSimpleExpression(pattern, s.Id))
            .OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            yield return new(setting.Id, SettingResource.BeforeFirstRead(setting.Id));
        }
    }
}
