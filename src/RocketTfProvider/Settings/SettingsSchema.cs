using System.Collections.Immutable;
using TerraformPlugin;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>Builds the schema of a resource from the table of its settings.</summary>
internal static class SettingsSchema
{
    /// <param name="description">What the resource is for.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="groups">What the nested attributes mean, by path.</param>
    /// <param name="further">Attributes that are no settings.</param>
    public static Schema Build(
        string description, ImmutableArray<SettingAttribute> settings, IReadOnlyDictionary<string, string> groups, params IEnumerable<SchemaAttribute> further) => new()
        {
            Description = description,
            Attributes =
            [
                new("id", TfType.String, AttributeUse.Computed)
                {
                    Description = "Always the same: a workspace has one of this.",
                    PlanModifiers = [PlanModifiers.UseStateForUnknown],
                },
                .. Level(settings, groups, ""),
                .. further,
                OnDestroy.Attribute,
                OperationTimeouts.Default.ToAttribute(),
            ],
        };

    private static IEnumerable<SchemaAttribute> Level(ImmutableArray<SettingAttribute> settings, IReadOnlyDictionary<string, string> groups, string prefix)
    {
        foreach (var names in settings.GroupBy(s => s.Path[prefix.Length..].Split('.')[0]))
        {
            var path = prefix + names.Key;
            if (groups.TryGetValue(path, out var description))
            {
                yield return new(names.Key, new NestedAttributes(NestingMode.Single, [.. Level([.. names], groups, path + ".")]), AttributeUse.OptionalComputed)
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
                Description = $"As `{name}`, but in no state or plan. Needs Terraform 1.11 or OpenTofu 1.11, and `{name}{SettingAttribute.VersionSuffix}`.",
                Sensitive = true,
                WriteOnly = true,
                Validators = setting.Validators,
            };
            yield return new(name + SettingAttribute.VersionSuffix, TfType.Number, AttributeUse.Optional)
            {
                Description = $"Raise it to have `{name}{SettingAttribute.WriteOnlySuffix}` sent again: nothing else shows in a plan that it changed.",
                Validators = [Validate.Integer(0, long.MaxValue)],
            };
        }
    }
}
