using System.Text.Json.Nodes;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    private readonly SortedDictionary<string, Setting> _settings = new(StringComparer.Ordinal);
    private string _siteUrl = "";

    /// <summary>The stored value of a setting, hidden ones too; null when there is no such setting in this version.</summary>
    public JsonNode? GetSetting(string id) => Locked(() => SettingNamed(id)?.Value?.DeepClone());

    /// <summary>Changes a setting behind everybody's back, without any check. A setting that this version does not declare appears.</summary>
    public void SetSetting(string id, JsonNode? value) => Locked(() =>
    {
        var setting = SettingNamed(id);
        if (setting is null)
        {
            setting = new Setting(SettingDefinition.Text(id), Now);
            _settings[id] = setting;
        }

        Store(setting, value);
    });

    internal IEnumerable<Setting> Settings => _settings.Values;

    internal Setting? SettingNamed(string id) => _settings.GetValueOrDefault(id);

    internal void Store(Setting setting, JsonNode? value)
    {
        setting.Value = StoredNumbers.In(value);
        setting.UpdatedAt = Now;
    }

    internal string SettingText(string id) => SettingNamed(id)?.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    internal bool SettingIsOn(string id) => SettingNamed(id)?.Value is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    internal int SettingNumber(string id, int otherwise) =>
        SettingNamed(id)?.Value is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;

    /// <summary>Fills in where the workspace is, unless somebody chose another address.</summary>
    internal void NameSite(string url)
    {
        var former = _siteUrl;
        _siteUrl = url;
        foreach (var setting in _settings.Values.Where(setting => setting.Definition.IsSiteUrlAtFirst))
        {
            var present = SettingText(setting.Definition.Id);
            if (present.Length == 0 || present == former)
            {
                Store(setting, url);
            }
        }
    }

    private void Declare(SettingDefinition definition) => _settings[definition.Id] = new Setting(definition, Now);
}
