using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>The data source <c>rocketchat_settings</c>.</summary>
internal sealed class SettingsDataSource(Workspace workspace) : DataSource<SettingsModel>
{
    public override string TypeName => "rocketchat_settings";

    public override Schema Schema { get; } = new()
    {
        Description = "Lists settings of the workspace.",
        Attributes =
        [
            new("prefix", TfType.String, AttributeUse.Optional)
            {
                Description = "Filters by the beginning of the id, such as `Push_`.",
                Validators = [TerraformPlugin.Schemas.Validate.NotWhiteSpace, PlainText.Prefix],
            },
            new(ChangedSettings.Only, TfType.Bool, AttributeUse.Optional)
            {
                Description = "Whether to list only settings whose value differs from the default of the server's version. Requires "
                    + "Rocket.Chat 7.5 or later.",
            },
            new("values", TfType.Map(TfType.String), AttributeUse.Computed)
            {
                Description = "Values as JSON strings, by id; `jsondecode()` reads them. Secrets are in `sensitive_values`. For settings "
                    + "that the license does not cover, this is the value in effect.",
            },
            new("sensitive_values", TfType.Map(TfType.String), AttributeUse.Computed)
            {
                Description = "Values of the settings that are secrets, such as passwords and keys, in the same form.",
                Sensitive = true,
            },
            new("ids", TfType.List(TfType.String), AttributeUse.Computed) { Description = "Ids of the settings, in alphabetical order." },
        ],
    };

    protected override async Task<SettingsModel> ReadAsync(SettingsModel config, CallContext context, CancellationToken cancellationToken)
    {
        var settings = await workspace.Client.Settings.ListAsync(cancellationToken);
        var wanted = config.At(ChangedSettings.Only).Equals(TfValue.True) ? settings.Changed() : settings;
        var prefix = config.At("prefix") is { IsPresent: true } given ? given.String : "";
        var found = wanted
            .Where(s => !s.IsMasked && s.Id.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(s => s.Id, StringComparer.Ordinal)
            .ToList();
        return config
            .With("ids", TfValue.List(found.Select(s => TfValue.Of(s.Id))))
            .With("values", Values(found.Where(s => !s.IsSecret)))
            .With("sensitive_values", Values(found.Where(s => s.IsSecret)));
    }

    private static TfValue Values(IEnumerable<Setting> settings) =>
        TfValue.Map(settings.Select(s => KeyValuePair.Create(s.Id, TfValue.Of(s.Value.GetRawText()))));
}
