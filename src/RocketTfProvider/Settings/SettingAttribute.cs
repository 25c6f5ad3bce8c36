using System.Collections.Immutable;
using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>An attribute that stands for a setting: one row of a resource's table.</summary>
/// <param name="Path">Where the attribute is: <c>gateway.url</c>.</param>
/// <param name="Kind">The type of its values.</param>
/// <param name="Description">The meaning, in Markdown.</param>
/// <param name="Ids">The setting's id; several when versions name it differently, the newest first.</param>
internal sealed record SettingAttribute(string Path, SettingKind Kind, string Description, params ImmutableArray<string> Ids)
{
    /// <summary>The suffix of the twin whose value is never stored.</summary>
    public const string WriteOnlySuffix = "_wo";

    /// <summary>The suffix of the number that has the twin sent again.</summary>
    public const string VersionSuffix = "_wo_version";

    /// <summary>The value is a secret: hidden by CLIs, with a write-only twin, and never sent again unchanged.</summary>
    public bool IsSecret { get; init; }

    /// <summary>A change takes effect only after a restart of the server.</summary>
    public bool NeedsRestart { get; init; }

    /// <summary>The attribute shows the server's value where the configuration does not set it (Optional and Computed).</summary>
    public bool IsShownUnmanaged { get; init; }

    /// <summary>Messages may quote its text: a fixed choice, or the name of something.</summary>
    public bool IsQuotable { get; init; }

    /// <summary>Deployments often set it in the server's environment, so that any change of it may be an override.</summary>
    public bool IsOftenForced { get; init; }

    /// <summary>
    /// The plan of a new object reports the value that it replaces. False where nothing is lost, or where the resource reports it itself.
    /// </summary>
    public bool ReportsOverwritten { get; init; } = true;

    /// <summary>The packaged value on versions that do not report it (before 7.5), as JSON; null where it does not matter.</summary>
    public string? PackageValue { get; init; }

    /// <summary>The form in which the server stores a value of the configuration.</summary>
    public Func<TfValue, TfValue> Normalize { get; init; } = value => value;

    /// <summary>Checks of a value in the configuration.</summary>
    public ImmutableArray<AttributeValidator> Validators { get; init; } = [];

    /// <summary>
    /// Checks of a value that a plan changes. A value that stays as it is passes, so that an object of before can be planned and destroyed.
    /// </summary>
    public ImmutableArray<AttributeValidator> ChangeValidators { get; init; } = [];

    /// <summary>The setting's id; the newest, where versions name it differently.</summary>
    public string Id => Ids[0];

    public string WriteOnlyPath => Path + WriteOnlySuffix;

    public string VersionPath => Path + VersionSuffix;

    /// <summary>The place of diagnostics.</summary>
    public AttributePath Place => PlaceOf(Path);

    public JsonElement? DefaultValue => PackageValue is null ? null : SettingJson.Parse(PackageValue);

    public TfType Type => Kind switch
    {
        SettingKind.Bool => TfType.Bool,
        SettingKind.Number => TfType.Number,
        SettingKind.StringSet => TfType.Set(TfType.String),
        SettingKind.Any => TfType.Dynamic,
        _ => TfType.String,
    };

    /// <summary>The error of a setting that the server lacks.</summary>
    public Diagnostic Absent => Diagnostic.Error(
        "Setting not on this server".Naming(Id),
        $"`{Path}` is the setting `{string.Join("` or `", Ids)}`, which this version of Rocket.Chat does not have, or hides. "
        + "Remove the attribute.",
        Place);

    public static AttributePath PlaceOf(string path) =>
        path.Split('.').Aggregate(AttributePath.Root, (place, name) => place.Attribute(name));

    /// <summary>The value in a configuration, plain or write-only; null where the configuration leaves the setting alone.</summary>
    public TfValue ValueIn(SettingsModel config) => IsSecret && config.At(Path).IsNull ? config.At(WriteOnlyPath) : config.At(Path);

    /// <summary>Whether a configuration sets it, perhaps to a value that is not known yet.</summary>
    public bool IsNamedIn(SettingsModel config) => !ValueIn(config).IsNull;

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

    /// <summary>A known value as the server stores it; null for a value that no setting can have.</summary>
    public JsonElement? ToJson(TfValue value) => Kind == SettingKind.Any ? SettingValue.ToJson(value) : SettingJson.Of(Normalize(value));

    /// <summary>
    /// The server's value; <paramref name="stored"/> itself where it means the same. Null where the attribute must not show it, because a
    /// secret enters no plain attribute, and for an empty string that the configuration did not set.
    /// </summary>
    public TfValue Read(Setting live, TfValue stored) =>
        stored.IsPresent && Means(stored, live.Value) ? stored
        : live.IsSecret && !IsSecret ? TfValue.Null
        : SettingJson.Read(live.Value, Kind) is var value && IsShownUnmanaged && value.Equals(TfValue.Of("")) ? TfValue.Null
        : value;

    /// <summary>Whether a known value means what the server has.</summary>
    public bool Means(TfValue value, JsonElement live) =>
        (ToJson(value) is { } json && JsonElement.DeepEquals(json, live)) || SettingJson.Read(live, Kind).Equals(Normalize(value));
}
