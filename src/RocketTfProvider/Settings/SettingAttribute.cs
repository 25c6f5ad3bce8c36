using System.Collections.Immutable;
using System.Text.Json;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>An attribute that stands for a setting.</summary>
/// <param name="Path">Where the attribute is: <c>gateway.url</c>.</param>
/// <param name="Kind">The JSON type.</param>
/// <param name="Description">What it means, in Markdown.</param>
/// <param name="Ids">The setting's id; several when versions call it differently, the newest first.</param>
internal sealed record SettingAttribute(string Path, SettingKind Kind, string Description, params ImmutableArray<string> Ids)
{
    /// <summary>The suffix of the twin whose value is never stored.</summary>
    public const string WriteOnlySuffix = "_wo";

    /// <summary>The suffix of the number that says when the twin is to be sent again.</summary>
    public const string VersionSuffix = "_wo_version";

    /// <summary>The value is a secret: hidden by CLIs, with a write-only twin, and never sent again unchanged.</summary>
    public bool IsSecret { get; init; }

    /// <summary>A change takes effect when the server is started anew.</summary>
    public bool NeedsRestart { get; init; }

    /// <summary>Changes of a lower stage are written before those of a higher one.</summary>
    public int Stage { get; init; }

    /// <summary>The value that versions bring along which do not tell it themselves (before 7.5), as JSON; null when it does not matter.</summary>
    public string? PackageValue { get; init; }

    /// <summary>Checks of a value in the configuration.</summary>
    public ImmutableArray<AttributeValidator> Validators { get; init; } = [];

    public string WriteOnlyPath => Path + WriteOnlySuffix;

    public string VersionPath => Path + VersionSuffix;

    /// <summary>Where it is, for diagnostics.</summary>
    public AttributePath Place => PlaceOf(Path);

    public JsonElement? DefaultValue => PackageValue is null ? null : SettingJson.Parse(PackageValue);

    public TfType Type => Kind switch
    {
        SettingKind.Bool => TfType.Bool,
        SettingKind.Number => TfType.Number,
        SettingKind.StringSet => TfType.Set(TfType.String),
        _ => TfType.String,
    };

    /// <summary>What there is to say when the server has none of the ids.</summary>
    public Diagnostic Absent => Diagnostic.Error(
        "Setting not on this server",
        $"`{Path}` is the setting `{string.Join("` or `", Ids)}`, which this version of Rocket.Chat does not have, or hides. Remove the attribute.",
        Place);

    /// <summary>What a configuration gives it, plainly or as a write-only value; null when it leaves the setting alone.</summary>
    public TfValue ValueIn(SettingsModel config) => IsSecret && config.At(Path).IsNull ? config.At(WriteOnlyPath) : config.At(Path);

    /// <summary>Whether a configuration gives it a value, perhaps one that is not known yet.</summary>
    public bool IsNamedIn(SettingsModel config) => !ValueIn(config).IsNull;

    public static AttributePath PlaceOf(string path) => path.Split('.').Aggregate(AttributePath.Root, (place, name) => place.Attribute(name));

    /// <summary>The first of the ids that is among <paramref name="known"/>.</summary>
    public string? IdAmong<T>(IReadOnlyDictionary<string, T> known)
    {
        foreach (var id in Ids)
        {
            if (known.ContainsKey(id))
            {
                return id;
            }
        }

        return null;
    }
}
