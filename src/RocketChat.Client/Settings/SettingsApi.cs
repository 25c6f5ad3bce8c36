using System.Collections.Concurrent;
using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Settings;

/// <summary>
/// The workspace's settings. Reading them needs <c>view-privileged-setting</c>; writing <c>edit-privileged-setting</c>, or
/// <c>manage-selected-settings</c> together with the permission for the setting (<c>change-setting-Push_enable</c>).
/// </summary>
public sealed class SettingsApi
{
    internal const string Bucket = "/api/v1/settings/:_id";

    /// <summary>The number of reads until the caches and the other instances of the server must show a change.</summary>
    private const int ReadBackAttempts = 5;

    private static readonly TimeSpan ReadBackPause = TimeSpan.FromMilliseconds(400);

    private readonly DeadlineHandler _deadline;
    private readonly SettingReader _reader;
    private readonly SettingWriter _writer;

    // The values that this client has sent for each setting: what a later read shows may be the work of another call.
    private readonly ConcurrentDictionary<string, ConcurrentQueue<JsonElement>> _sent = new(StringComparer.Ordinal);

    internal SettingsApi(DeadlineHandler deadline, ApiCapabilities capabilities)
    {
        _deadline = deadline;
        _reader = new SettingReader(capabilities.SettingDefaults);
        _writer = new SettingWriter(capabilities.BulkSettings, _reader);
    }

    /// <summary>A setting with the value that is stored; null if this server has none of that id, or hides it.</summary>
    /// <exception cref="ArgumentException">No setting can have this id.</exception>
    /// <exception cref="RocketChatException">The call failed; says nothing about the setting.</exception>
    public Task<Setting?> GetAsync(string settingId, CancellationToken cancellationToken = default)
    {
        RequireId(settingId);
        return _deadline.RunAsync(call => _reader.GetAsync(settingId, call), cancellationToken);
    }

    /// <summary>
    /// These settings with the values that are stored, from one list that concurrent callers share; settings that this server lacks
    /// or hides are left out.
    /// </summary>
    /// <exception cref="ArgumentException">No setting can have such an id.</exception>
    /// <exception cref="RocketChatException">The call failed; says nothing about the settings.</exception>
    public Task<IReadOnlyDictionary<string, Setting>> ReadAsync(
        IReadOnlyCollection<string> settingIds, CancellationToken cancellationToken = default)
    {
        RequireIds(settingIds);
        return _deadline.RunAsync(call => _reader.ReadAsync(settingIds, call), cancellationToken);
    }

    /// <summary>
    /// The same as <see cref="ReadAsync"/>, for the moment before a write: a few settings are read one by one, without package values.
    /// </summary>
    /// <exception cref="ArgumentException">No setting can have such an id.</exception>
    /// <exception cref="RocketChatException">The call failed; says nothing about the settings.</exception>
    public Task<IReadOnlyDictionary<string, Setting>> ReadNowAsync(
        IReadOnlyCollection<string> settingIds, CancellationToken cancellationToken = default)
    {
        RequireIds(settingIds);
        return _deadline.RunAsync(call => _reader.ReadNowAsync(settingIds, call), cancellationToken);
    }

    /// <summary>
    /// Every setting that this account may see, in one call. Without <c>view-privileged-setting</c> those are the public settings;
    /// enterprise settings without a license have the value in effect, not the stored one.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<IReadOnlyList<Setting>> ListAsync(CancellationToken cancellationToken = default) =>
        _deadline.RunAsync<IReadOnlyList<Setting>>(
        async call => [.. (await _reader.ListAsync(isLookup: false, call).ConfigureAwait(false)).Values],
        cancellationToken);

    /// <summary>
    /// The settings as the administration panel shows them, without values: group, source and block. The lists of settings do not have
    /// these, so they come from the method that the panel itself calls.
    /// </summary>
    /// <returns>
    /// Null if the server has no such method (9.0 removed most methods). Empty if the account has neither <c>view-privileged-setting</c>
    /// nor a permission to change settings.
    /// </returns>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<IReadOnlyList<PanelSetting>?> ListPanelAsync(CancellationToken cancellationToken = default) =>
        _deadline.RunAsync(SettingReader.ListPanelAsync, cancellationToken);

    /// <summary>
    /// Writes a setting. The server stores any JSON type, so send the setting's own. The server asks for a second factor, which the client
    /// answers if it can.
    /// </summary>
    /// <exception cref="ArgumentException">No setting can have this id, or the value is undefined.</exception>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.UnknownSetting"/>, <see cref="RocketChatErrorKind.SettingBlocked"/>,
    /// <see cref="RocketChatErrorKind.SecondFactorRequired"/>,
    /// <see cref="RocketChatErrorKind.Forbidden"/>, or the call failed.
    /// </exception>
    public Task SetAsync(string settingId, JsonElement value, CancellationToken cancellationToken = default) =>
        WriteAsync([new SettingChange(settingId, value)], cancellationToken);

    /// <summary>
    /// Writes settings, several in one call where the server has one (8.6), otherwise one after the other in this order. Nothing is read
    /// back: see <see cref="ChangeAsync(IReadOnlyList{SettingChange}, CancellationToken)"/>.
    /// </summary>
    /// <exception cref="ArgumentException">No setting can have such an id, or a value is undefined.</exception>
    /// <exception cref="RocketChatException">As for <see cref="SetAsync"/>; some of the settings may have been written.</exception>
    public Task WriteAsync(IReadOnlyList<SettingChange> changes, CancellationToken cancellationToken = default)
    {
        RequireChanges(changes);
        return _deadline.RunAsync(call => SendAsync(changes, call), cancellationToken);
    }

    /// <summary>Writes those settings that differ from what is stored, and reads them back.</summary>
    /// <returns>The ids that were written.</returns>
    /// <exception cref="ArgumentException">No setting can have such an id, or a value is undefined.</exception>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.UnknownSetting"/> before anything is written; <see cref="RocketChatErrorKind.NotConfirmed"/> when
    /// the server kept another value; <see cref="RocketChatErrorKind.WrittenTwice"/> when another call of this client wrote that value;
    /// otherwise as for <see cref="SetAsync"/>.
    /// </exception>
    public Task<IReadOnlyList<string>> ChangeAsync(IReadOnlyList<SettingChange> changes, CancellationToken cancellationToken = default)
    {
        RequireChanges(changes);
        return _deadline.RunAsync(call => ChangeAsync(changes, call), cancellationToken);
    }

    /// <summary>
    /// Writes settings that were just read and differ, and reads them back: <see cref="ChangeAsync(IReadOnlyList{SettingChange},
    /// CancellationToken)"/> without its first read.
    /// </summary>
    /// <exception cref="ArgumentException">No setting can have such an id, or a value is undefined.</exception>
    /// <exception cref="RocketChatException">
    /// As for <see cref="ChangeAsync(IReadOnlyList{SettingChange}, CancellationToken)"/>, except that some of the settings may have been
    /// written before <see cref="RocketChatErrorKind.UnknownSetting"/>.
    /// </exception>
    public Task ReplaceAsync(IReadOnlyList<SettingChange> changes, CancellationToken cancellationToken = default)
    {
        RequireChanges(changes);
        return _deadline.RunAsync(call => SendAndConfirmAsync(changes, call), cancellationToken);
    }

    internal static string PathOf(string settingId) => "settings/" + Uri.EscapeDataString(settingId);

    // 6.x and later send no reason; 3.x fails on the missing document.
    internal static bool IsUnknownSetting(RocketChatException exception) =>
        exception is { Kind: RocketChatErrorKind.Rejected, StatusCode: 400 }
        && (exception.Code is null || exception.Code.StartsWith("Cannot read property", StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> ChangeAsync(IReadOnlyList<SettingChange> changes, ApiCall call)
    {
        var stored = await _reader.ReadNowAsync([.. changes.Select(c => c.Id)], call).ConfigureAwait(false);
        var differing = Differing(changes, stored, isMaskedEqual: false);
        if (differing.Count > 0)
        {
            await SendAndConfirmAsync(differing, call).ConfigureAwait(false);
        }

        return [.. differing.Select(c => c.Id)];
    }

    private async Task SendAndConfirmAsync(IReadOnlyList<SettingChange> changes, ApiCall call)
    {
        await SendAsync(changes, call).ConfigureAwait(false);
        string[] ids = [.. changes.Select(c => c.Id)];
        for (var attempt = 1; ; attempt++)
        {
            var stored = await _reader.ReadNowAsync(ids, call).ConfigureAwait(false);
            var unconfirmed = Differing(changes, stored, isMaskedEqual: true);
            if (unconfirmed.Count == 0)
            {
                return;
            }

            if (attempt == ReadBackAttempts)
            {
                throw Unconfirmed(unconfirmed, stored);
            }

            await call.DelayAsync(ReadBackPause).ConfigureAwait(false);
        }
    }

    private Task SendAsync(IReadOnlyList<SettingChange> changes, ApiCall call)
    {
        foreach (var change in changes)
        {
            _sent.GetOrAdd(change.Id, _ => []).Enqueue(change.Value.Clone());
        }

        _reader.Outdate();
        return _writer.WriteAsync(changes, call);
    }

    private RocketChatException Unconfirmed(IReadOnlyList<SettingChange> changes, IReadOnlyDictionary<string, Setting> stored)
    {
        var written = changes.Where(change => stored.GetValueOrDefault(change.Id) is { } setting
            && _sent[change.Id].Any(value => JsonElement.DeepEquals(value, setting.Value))).ToList();
        return written.Count > 0
            ? new RocketChatException(
                RocketChatErrorKind.WrittenTwice,
                $"The server accepted the new value of {string.Join(", ", written)}, and another change of the same run replaced it")
            : new RocketChatException(
                RocketChatErrorKind.NotConfirmed,
                $"The server accepted the new value of {string.Join(", ", changes)}, but still has another one. "
                + "Settings in the server's environment (SETTINGS_BLOCKED, OVERWRITE_SETTING_…) cannot be changed over the API");
    }

    private static List<SettingChange> Differing(
        IReadOnlyList<SettingChange> changes, IReadOnlyDictionary<string, Setting> stored, bool isMaskedEqual) =>
        [.. changes.Where(change => stored.GetValueOrDefault(change.Id) is not { } setting
            || (setting.IsMasked ? !isMaskedEqual : !JsonElement.DeepEquals(setting.Value, change.Value)))];

    private static void RequireChanges(IReadOnlyList<SettingChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        RequireIds([.. changes.Select(c => c.Id)]);
        if (changes.Any(c => c.Value.ValueKind == JsonValueKind.Undefined))
        {
            throw new ArgumentException("The value is undefined.", nameof(changes));
        }
    }

    private static void RequireIds(IReadOnlyCollection<string> settingIds)
    {
        ArgumentNullException.ThrowIfNull(settingIds);
        foreach (var id in settingIds)
        {
            RequireId(id);
        }
    }

    private static void RequireId(string settingId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(settingId);
        if (settingId is "." or ".." || settingId.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException("No setting has such an id.", nameof(settingId));
        }
    }
}
