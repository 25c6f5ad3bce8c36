using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;

namespace RocketChat.Client.Settings;

/// <summary>
/// Reads settings with their stored values. For settings that the license does not cover, the list shows the value in effect instead; only
/// the single read shows the stored one.
/// </summary>
internal sealed class SettingReader(OptionalParameter defaults)
{
    /// <summary>The number of single reads that are cheaper than the list of about a thousand settings.</summary>
    private const int FewIds = 3;

    /// <summary>
    /// Set after a successful single read, which needs view-privileged-setting: then the list has every setting that is not hidden.
    /// </summary>
    private volatile bool _listIsComplete;

    private readonly SettingList _list = new();

    /// <summary>Set by a write: the values of the last list may be old.</summary>
    private volatile bool _isOutdated;

    /// <summary>To be called before a write.</summary>
    public void Outdate() => _isOutdated = true;

    /// <summary>For plans: one list serves all concurrent callers, and shows package values.</summary>
    public async Task<IReadOnlyDictionary<string, Setting>> ReadAsync(IReadOnlyCollection<string> ids, ApiCall call)
    {
        // In an apply of many settings, each write would have the next plan list all of them again. The type, the package value and the
        // choices of a setting stay, whatever is written.
        var described = _list.Last;
        if (_isOutdated && ids.Count <= FewIds && ids.All(id => described.GetValueOrDefault(id) is { Enterprise: not true }))
        {
            var values = await ReadNowAsync(ids, call).ConfigureAwait(false);
            return values.ToDictionary(pair => pair.Key, pair => WithValueOf(pair.Value, described[pair.Key]), StringComparer.Ordinal);
        }

        var listed = await ListAsync(isLookup: true, call).ConfigureAwait(false);
        _isOutdated = false;
        var found = new Dictionary<string, Setting>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            // A setting outside the list may exist: without view-privileged-setting the list has public settings only.
            var setting = listed.GetValueOrDefault(id);
            if (setting is { Enterprise: true } || (setting is null && !_listIsComplete))
            {
                setting = Combine(setting, await GetAsync(id, call).ConfigureAwait(false));
            }

            if (setting is not null)
            {
                found[id] = setting;
            }
        }

        return found;
    }

    /// <summary>For the reads before and after a write.</summary>
    public async Task<IReadOnlyDictionary<string, Setting>> ReadNowAsync(IReadOnlyCollection<string> ids, ApiCall call)
    {
        if (ids.Count > FewIds)
        {
            return await ReadAsync(ids, call).ConfigureAwait(false);
        }

        var found = new Dictionary<string, Setting>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (await GetAsync(id, call).ConfigureAwait(false) is { } setting)
            {
                found[id] = setting;
            }
        }

        return found;
    }

    public async Task<Setting?> GetAsync(string settingId, ApiCall call)
    {
        var setting = await GetIfKnownAsync(settingId, call).ConfigureAwait(false);
        _listIsComplete = true;
        return setting;
    }

    public static async Task<IReadOnlyList<PanelSetting>?> ListPanelAsync(ApiCall call)
    {
        JsonElement settings;
        try
        {
            settings = await call.CallMethodAsync("private-settings/get", [], changes: []).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.UnknownEndpoint)
        {
            return null;
        }

        if (settings.ValueKind != JsonValueKind.Array)
        {
            throw new RocketChatException(
                RocketChatErrorKind.UnexpectedAnswer, "The answer of the method private-settings/get is not a list of settings.");
        }

        return
        [
            .. from setting in settings.EnumerateArray()
               let id = setting.NonEmptyString("_id")
               where id is not null
               select new PanelSetting(
                   id,
                   setting.NonEmptyString("group"),
                   setting.String("valueSource") == "processEnvValue",
                   setting.Bool("blocked") == true),
        ];
    }

    public Task<IReadOnlyDictionary<string, Setting>> ListAsync(bool isLookup, ApiCall call)
    {
        return defaults.UseAsync(
            () => _list.ReadAsync(RequestOf(("includeDefaults", "true")), call), () => _list.ReadAsync(RequestOf(), call));

        ApiRequest RequestOf(params (string, string)[] query) => ApiRequest.Get("settings", query) with
        {
            IsLookup = isLookup,
            About = [Subject.Settings],
            MaxAge = ApiRequest.Recent,
        };
    }

    private static async Task<Setting?> GetIfKnownAsync(string settingId, ApiCall call)
    {
        try
        {
            var request = ApiRequest.Get(SettingsApi.PathOf(settingId)) with
            {
                Bucket = "GET " + SettingsApi.Bucket,
                About = [Subject.Settings],
            };
            var answer = await call.SendAsync(request).ConfigureAwait(false);

            // 3.x answers success without a value for an unknown setting.
            return Setting.From(answer.Root) is { } setting && setting.Id == settingId ? setting : null;
        }
        catch (RocketChatException exception) when (SettingsApi.IsUnknownSetting(exception))
        {
            return null;
        }
        catch (RocketChatException refused) when (refused.Kind == RocketChatErrorKind.Forbidden)
        {
            throw RocketChatException.CausedBy(
                refused,
                refused.Kind,
                $"The account may not read the setting {settingId}. That needs the permission view-privileged-setting");
        }
    }

    private static Setting? Combine(Setting? listed, Setting? alone)
    {
        if (listed is null || alone is null)
        {
            return alone ?? listed;
        }

        var isOverridden = !alone.IsMasked && !listed.IsMasked && !JsonElement.DeepEquals(alone.Value, listed.Value);
        return WithValueOf(alone, listed) with { EffectiveValue = isOverridden ? listed.Value : null };
    }

    private static Setting WithValueOf(Setting alone, Setting listed) =>
        listed with { Value = alone.Value, IsMasked = alone.IsMasked, IsMarked = listed.IsMarked || alone.IsMarked };
}
