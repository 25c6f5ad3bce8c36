using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.State;

/// <summary>The settings with their values.</summary>
internal sealed class SettingStore(VersionProfile profile, TimeProvider time)
{
    private readonly SortedDictionary<string, StoredSetting> _settings = new(StringComparer.Ordinal);

    public IReadOnlyCollection<StoredSetting> All => _settings.Values;

    /// <summary>The address of the server, without a slash at the end; empty before it listens.</summary>
    public string SiteUrl { get; private set; } = "";

    public StoredSetting? Find(string id) => _settings.GetValueOrDefault(id);

    public string String(string id) => Find(id)?.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public bool IsOn(string id) => Find(id)?.Value is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public int Integer(string id, int otherwise) =>
        Find(id)?.Value is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;

    public void Store(StoredSetting setting, JsonNode? value)
    {
        setting.Value = JavaScriptNumbers.In(value);
        setting.UpdatedAt = time.GetUtcNow();
    }

    /// <summary>Stores a value without any check. A setting that this version does not declare appears.</summary>
    public void Set(string id, JsonNode? value) => Store(Find(id) ?? Declare(SettingDefinition.String(id)), value);

    /// <summary>Declares a setting otherwise; its value stays.</summary>
    public StoredSetting Redeclare(StoredSetting setting, SettingDefinition definition) =>
        _settings[definition.Id] = new StoredSetting(definition, setting.UpdatedAt) { Value = setting.Value };

    /// <summary>Back to the settings of a fresh server.</summary>
    public void Reset()
    {
        _settings.Clear();
        foreach (var definition in AllSettings.Of(profile))
        {
            Declare(definition);
        }

        NameSite(SiteUrl);
    }

    /// <summary>Fills in the address of the server, except where somebody chose another.</summary>
    public void NameSite(string url)
    {
        var former = SiteUrl;
        SiteUrl = url;
        foreach (var setting in _settings.Values.Where(setting => setting.Definition.IsSiteUrlAtFirst))
        {
            var present = String(setting.Definition.Id);
            if (present.Length == 0 || present == former)
            {
                Store(setting, url);
            }
        }
    }

    private StoredSetting Declare(SettingDefinition definition) =>
        _settings[definition.Id] = new StoredSetting(definition, time.GetUtcNow());
}
