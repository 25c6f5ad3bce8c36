using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Settings;

namespace RocketChat.Emulator.State;

/// <summary>The settings with their values.</summary>
internal sealed class SettingStore(VersionProfile profile, TimeProvider time)
{
    private readonly Dictionary<string, JsonNode?> _valuesAtStart = [];
    private SortedDictionary<string, StoredSetting>? _settings;

    public IReadOnlyCollection<StoredSetting> All => Settings.Values;

    /// <summary>The address of the server, without a slash at the end; empty before it listens.</summary>
    public string SiteUrl { get; private set; } = "";

    public StoredSetting? Find(string id) => Settings.GetValueOrDefault(id);

    public string String(string id) => Find(id)?.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public bool IsOn(string id) => Find(id)?.Value is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public int Integer(string id, int otherwise) =>
        Find(id)?.Value is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;

    /// <summary>The number that the setting had when the server started.</summary>
    public int IntegerAtStart(string id, int otherwise) => !_valuesAtStart.TryGetValue(id, out var value) ? Integer(id, otherwise)
        : value is JsonValue given && given.TryGetValue<int>(out var number) ? number
        : otherwise;

    /// <summary>Takes the present values for those of the server's start.</summary>
    public void Start() => _valuesAtStart.Clear();

    /// <summary>The mistake of a person who sets this setting to this value, with its remedy; null when there is none.</summary>
    public string? MistakeIn(string id, JsonNode? value) => Find(id) is { } setting
        ? SettingTypes.Mistake(setting.Definition, value)
        : $"Rocket.Chat {profile.Name} has no setting '{id}'; GET /api/v1/settings lists the ids";

    public void Store(StoredSetting setting, JsonNode? value)
    {
        _valuesAtStart.TryAdd(setting.Definition.Id, setting.Value);
        setting.Value = JavaScriptNumbers.In(value);
        setting.UpdatedAt = time.GetUtcNow();
    }

    /// <summary>Stores a value without any check. A setting that this version does not declare appears.</summary>
    public void Set(string id, JsonNode? value)
    {
        Store(Find(id) ?? Declare(Settings, SettingDefinition.String(id)), value);
        if (id.StartsWith(BridgeRegistration.Prefix, StringComparison.Ordinal) && id != BridgeRegistration.Setting)
        {
            BuildBridgeFile();
        }
    }

    /// <summary>Declares a setting that the server did not have before; one that it has stays as it is.</summary>
    public void Declare(SettingDefinition definition)
    {
        if (Find(definition.Id) is null)
        {
            Declare(Settings, definition);
        }
    }

    /// <summary>Declares a setting otherwise; its value and where it comes from stay.</summary>
    public StoredSetting Redeclare(StoredSetting setting, SettingDefinition definition) =>
        Settings[definition.Id] = new StoredSetting(definition, setting.UpdatedAt)
        {
            Value = setting.Value,
            EnvironmentValue = setting.EnvironmentValue,
        };

    /// <summary>Back to the settings of a fresh server.</summary>
    public void Reset() => _settings = null;

    /// <summary>Fills in the address of the server, except where somebody chose another.</summary>
    public void NameSite(string url)
    {
        var former = SiteUrl;
        SiteUrl = url;
        if (_settings is not null)
        {
            NameSite(_settings, former);
        }
    }

    // Hundreds of settings take a while to read, and a start should not: the first one that is asked for brings them all.
    private SortedDictionary<string, StoredSetting> Settings
    {
        get
        {
            if (_settings is null)
            {
                _settings = new SortedDictionary<string, StoredSetting>(StringComparer.Ordinal);
                foreach (var definition in AllSettings.Of(profile))
                {
                    Declare(_settings, definition);
                }

                NameSite(_settings, former: "");
                BuildBridgeFile();
            }

            return _settings;
        }
    }

    // Since 7.11 no bridge needs the file.
    private void BuildBridgeFile()
    {
        if (!profile.HasFederationService && Find(BridgeRegistration.Setting) is { } file)
        {
            file.Value = BridgeRegistration.Of(this);
        }
    }

    private StoredSetting Declare(SortedDictionary<string, StoredSetting> settings, SettingDefinition definition) =>
        settings[definition.Id] = new StoredSetting(definition, time.GetUtcNow());

    private void NameSite(SortedDictionary<string, StoredSetting> settings, string former)
    {
        foreach (var setting in settings.Values.Where(setting => setting.Definition.IsSiteUrlAtFirst))
        {
            if (String(setting.Definition.Id) is var present && (present.Length == 0 || present == former))
            {
                Store(setting, SiteUrl);
            }
        }
    }
}
