using System.Text.Json;

namespace RocketChat.Client;

/// <summary>The workspace's settings. Reading them needs <c>view-privileged-setting</c>, writing <c>edit-privileged-setting</c>.</summary>
public sealed class SettingsApi
{
    private const string Bucket = "/api/v1/settings/:_id";

    private readonly Operations _operations;

    internal SettingsApi(Operations operations) => _operations = operations;

    /// <summary>A setting with the value that is stored; null when this server has none of that id, or hides it.</summary>
    /// <exception cref="ArgumentException">No setting can have this id.</exception>
    /// <exception cref="RocketChatException">The call failed; says nothing about the setting.</exception>
    public Task<Setting?> GetAsync(string settingId, CancellationToken cancellationToken = default)
    {
        RequireId(settingId);
        return _operations.RunAsync(operation => GetAsync(settingId, operation), cancellationToken);
    }

    /// <summary>
    /// Every setting that this account may see, in one call. Without <c>view-privileged-setting</c> that is the public ones, without a
    /// word about it; for enterprise settings without a licence it is the value in effect, not the stored one.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<IReadOnlyList<Setting>> ListAsync(CancellationToken cancellationToken = default) => _operations.RunAsync(ListAsync, cancellationToken);

    /// <summary>
    /// Writes a setting. The server stores what it is sent: take care that the JSON type is the setting's own. Wants a second factor,
    /// which the client gives if it can.
    /// </summary>
    /// <exception cref="ArgumentException">No setting can have this id, or the value is undefined.</exception>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.UnknownSetting"/>, <see cref="RocketChatErrorKind.SecondFactorRequired"/>,
    /// <see cref="RocketChatErrorKind.Forbidden"/>, or the call failed.
    /// </exception>
    public Task SetAsync(string settingId, JsonElement value, CancellationToken cancellationToken = default)
    {
        RequireId(settingId);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException("The value is undefined.", nameof(value));
        }

        return _operations.RunAsync(operation => SetAsync(settingId, value, operation), cancellationToken);
    }

    private static async Task<Setting?> GetAsync(string settingId, Operation operation)
    {
        try
        {
            var answer = await operation.SendAsync(ApiRequest.Get(PathOf(settingId)) with { Bucket = "GET " + Bucket }).ConfigureAwait(false);

            // 3.x answers success without a value for an unknown setting.
            return Setting.From(answer.Root) is { } setting && setting.Id == settingId ? setting : null;
        }
        catch (RocketChatException exception) when (SaysUnknown(exception))
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<Setting>> ListAsync(Operation operation)
    {
        var settings = new Dictionary<string, Setting>(StringComparer.Ordinal);

        // A count of 0 means all at once, unless the workspace forbids it: then the pages follow.
        await foreach (var item in operation.ListAsync(ApiRequest.Get("settings"), "settings", pageSize: 0).ConfigureAwait(false))
        {
            if (Setting.From(item) is { } setting)
            {
                settings[setting.Id] = setting;
            }
        }

        return [.. settings.Values];
    }

    private static async Task<bool> SetAsync(string settingId, JsonElement value, Operation operation)
    {
        var request = ApiRequest.Post(PathOf(settingId), JsonBody.Of("value", value)) with
        {
            Bucket = "POST " + Bucket,
            Secret = value.ValueKind == JsonValueKind.String ? value.GetString() : null,
            MayRepeat = true,
        };
        try
        {
            await operation.SendAsync(request).ConfigureAwait(false);
            return true;
        }
        catch (RocketChatException exception) when (SaysUnknown(exception))
        {
            throw new RocketChatException(
                RocketChatErrorKind.UnknownSetting, $"The server has no setting {settingId} in its version, hides it, or was started with it blocked.", exception)
            {
                Method = exception.Method,
                Path = exception.Path,
                StatusCode = exception.StatusCode,
            };
        }
    }

    // 6.x and later refuse without a word; 3.x stumbles over the missing document.
    private static bool SaysUnknown(RocketChatException exception) =>
        exception is { Kind: RocketChatErrorKind.Rejected, StatusCode: 400 }
        && (exception.Code is null || exception.Code.StartsWith("Cannot read property", StringComparison.Ordinal));

    private static string PathOf(string settingId) => "settings/" + Uri.EscapeDataString(settingId);

    private static void RequireId(string settingId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(settingId);
        if (settingId is "." or ".." || settingId.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException("No setting has such an id.", nameof(settingId));
        }
    }
}
