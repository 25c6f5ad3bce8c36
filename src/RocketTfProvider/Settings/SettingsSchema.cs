using System.Collections.Immutable;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>Builds the schema of a resource from the table of its settings.</summary>
internal static class SettingsSchema
{
    /// <param name="description">The purpose of the resource.</param>
    /// <param name="version">The version of the stored state's form.</param>
    /// <param name="settings">The table.</param>
    /// <param name="groups">The descriptions of the nested attributes, by path.</param>
    /// <param name="further">Attributes that are not settings.</param>
    public static Schema Build(
        string description,
        long version,
        ImmutableArray<SettingAttribute> settings,
        IReadOnlyDictionary<string, string> groups,
        params IEnumerable<SchemaAttribute> further) => new()
        {
            Version = version,
            Description = description,
            Validators = [(config, diagnostics) => ValidateSecrets(new SettingsModel(config), settings, diagnostics)],
            Attributes =
            [
                new("id", TfType.String, AttributeUse.Computed)
                {
                    Description = "Constant: a workspace has one.",
                    PlanModifiers = [PlanModifiers.UseStateForUnknown],
                },
                .. Level(settings, groups, ""),
                .. further,
                OnDestroy.Attribute,
                OperationTimeouts.Default.ToAttribute(),
            ],
        };

    private static void ValidateSecrets(SettingsModel config, ImmutableArray<SettingAttribute> settings, DiagnosticList diagnostics)
    {
        foreach (var setting in settings.Where(s => s.IsSecret && config.At(s.WriteOnlyPath).IsPresent))
        {
            if (config.At(setting.Path).IsPresent)
            {
                diagnostics.AddError(
                    "Conflicting attributes",
                    $"Only one of `{setting.Path}` and `{setting.WriteOnlyPath}` can be set. Remove one of them.",
                    setting.Place);
            }

            if (config.At(setting.VersionPath).IsNull)
            {
                diagnostics.AddError(
                    "Missing attribute",
                    $"`{setting.VersionPath}` must be set together with `{setting.WriteOnlyPath}`. Start with 1, and raise it to have a "
                        + "new value sent.",
                    SettingAttribute.PlaceOf(setting.WriteOnlyPath));
            }
        }
    }

    private static IEnumerable<SchemaAttribute> Level(
        ImmutableArray<SettingAttribute> settings, IReadOnlyDictionary<string, string> groups, string prefix)
    {
        foreach (var names in settings.GroupBy(s => s.Path[prefix.Length..].Split('.')[0]))
        {
            var path = prefix + names.Key;
            if (groups.TryGetValue(path, out var description))
            {
                var nested = new NestedAttributes(NestingMode.Single, [.. Level([.. names], groups, path + ".")]);

                // A computed object cannot hold the write-only twin of a secret.
                yield return names.Any(setting => setting.IsSecret)
                    ? new(names.Key, nested, AttributeUse.Optional) { Description = description }
                    : new(names.Key, nested, AttributeUse.OptionalComputed)
                    {
                        Description = description,
                        PlanModifiers = [PlanModifiers.UseStateForUnknown],
                    };
                continue;
            }

            foreach (var attribute in Leaves(names.Key, names.Single()))
            {
                yield return attribute;
            }
        }
    }

    private static IEnumerable<SchemaAttribute> Leaves(string name, SettingAttribute setting)
    {
        yield return new(name, setting.Type, AttributeUse.OptionalComputed)
        {
            Description = setting.Description,
            Sensitive = setting.IsSecret,
            Validators = setting.Validators,
            PlanModifiers = [PlanModifiers.UseStateForUnknown],
        };
        if (setting.IsSecret)
        {
            yield return new(name + SettingAttribute.WriteOnlySuffix, setting.Type, AttributeUse.Optional)
            {
                Description = $"Same as `{name}`, but never stored in state or plan (write-only). Requires Terraform 1.11 or OpenTofu "
                    + "1.11, and "
                    + $"`{name}{SettingAttribute.VersionSuffix}`.",
                Sensitive = true,
                WriteOnly = true,
                Validators = setting.Validators,
            };
            yield return new(name + SettingAttribute.VersionSuffix, TfType.Number, AttributeUse.Optional)
            {
                Description = $"Version of `{name}{SettingAttribute.WriteOnlySuffix}`. Increase the version to send the value again: a "
                    + "plan cannot see that a write-only value changed.",
                Validators = [Validate.Integer(0, long.MaxValue)],
            };
        }
    }
}
