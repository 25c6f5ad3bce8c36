using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Settings;

/// <summary>
/// The settings of the last list. Hundreds of reads share one answer of about a thousand settings, which is taken apart once.
/// </summary>
internal sealed class SettingList
{
    private const string Member = "settings";

    private readonly Lock _lock = new();
    private ApiResponse[] _pages = [];
    private Dictionary<string, Setting> _settings = [];

    /// <summary>The settings of the last list that was read; empty before the first one.</summary>
    public IReadOnlyDictionary<string, Setting> Last
    {
        get
        {
            lock (_lock)
            {
                return _settings;
            }
        }
    }

    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<IReadOnlyDictionary<string, Setting>> ReadAsync(ApiRequest request, ApiCall call)
    {
        List<ApiResponse> pages = [];

        // A count of 0 means all at once, unless the workspace forbids it: then the pages follow.
        await foreach (var page in call.PagesAsync(request, Member, pageSize: 0).ConfigureAwait(false))
        {
            pages.Add(page);
        }

        lock (_lock)
        {
            if (!pages.SequenceEqual(_pages, ReferenceEqualityComparer.Instance))
            {
                (_pages, _settings) = ([.. pages], SettingsOf(pages));
            }

            return _settings;
        }
    }

    private static Dictionary<string, Setting> SettingsOf(IEnumerable<ApiResponse> pages)
    {
        var settings = new Dictionary<string, Setting>(StringComparer.Ordinal);
        foreach (var item in pages.SelectMany(page => page.RequiredList(Member).EnumerateArray()))
        {
            if (Setting.From(item) is { } setting)
            {
                settings[setting.Id] = setting;
            }
        }

        return settings;
    }
}
