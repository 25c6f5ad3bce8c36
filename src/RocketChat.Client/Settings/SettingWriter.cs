using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;

namespace RocketChat.Client.Settings;

/// <summary>
/// Writes settings one by one or many in one call, as the server and the account allow. Single calls need
/// <c>edit-privileged-setting</c>; the call for many is also open to accounts that may change selected settings only
/// (<c>manage-selected-settings</c>), but requires a second factor each time, which a single call remembers for a while.
/// </summary>
internal sealed class SettingWriter(OptionalEndpoint bulk, SettingReader reader)
{
    /// <summary>The call for many also writes the value of this setting to <c>Site_Name</c>.</summary>
    private const string OrganizationName = "Organization_Name";

    public async Task WriteAsync(IReadOnlyList<SettingChange> changes, ApiCall call)
    {
        if (changes.Count == 1)
        {
            try
            {
                await WriteOneAsync(changes[0], call).ConfigureAwait(false);
            }
            catch (RocketChatException refused) when (refused.Kind == RocketChatErrorKind.Forbidden)
            {
                await WriteSelectedAsync(changes, refused, call).ConfigureAwait(false);
            }

            return;
        }

        if (changes.Any(c => c.Id == OrganizationName))
        {
            await WriteEachAsync(changes, call).ConfigureAwait(false);
            return;
        }

        try
        {
            await bulk.UseAsync(() => WriteManyAsync(changes, call), () => WriteEachAsync(changes, call)).ConfigureAwait(false);
        }
        catch (RocketChatException refused) when (refused.Kind == RocketChatErrorKind.Forbidden)
        {
            throw Explained(refused, changes);
        }
        catch (RocketChatException refused) when (
            refused is { Kind: RocketChatErrorKind.SecondFactorRequired, SecondFactorMethod: not "email" })
        {
            // A single call may still work: the server remembers a second factor for a while, and spares new accounts.
            await WriteEachAsync(changes, call).ConfigureAwait(false);
        }
    }

    private async Task WriteEachAsync(IReadOnlyList<SettingChange> changes, ApiCall call)
    {
        foreach (var change in changes)
        {
            await WriteAsync([change], call).ConfigureAwait(false);
        }
    }

    private async Task WriteOneAsync(SettingChange change, ApiCall call)
    {
        var request = ApiRequest.Post(SettingsApi.PathOf(change.Id), JsonBody.Of("value", change.Value)) with
        {
            Bucket = "POST " + SettingsApi.Bucket,
            Secrets = StringsOf([change]),
            HoldsSecret = HoldSecret([change]),
            MayRepeat = true,
            Changes = [Subject.Settings],
        };
        try
        {
            await call.SendAsync(request).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (SettingsApi.IsUnknownSetting(exception))
        {
            // The server gives no reason. A setting that can be read exists, so only the server's environment forbids the change.
            var isThere = await reader.GetAsync(change.Id, call).ConfigureAwait(false) is not null;
            throw RocketChatException.CausedBy(
                exception,
                isThere ? RocketChatErrorKind.SettingBlocked : RocketChatErrorKind.UnknownSetting,
                isThere
                    ? $"The server refuses every change of {change.Id}: SETTINGS_BLOCKED in its environment names the setting"
                    : $"This version of the server has no setting {change.Id}, or hides it");
        }
    }

    // The single call refuses accounts that may change selected settings only.
    private async Task WriteSelectedAsync(IReadOnlyList<SettingChange> changes, RocketChatException refused, ApiCall call)
    {
        try
        {
            await bulk.UseAsync(
                () => WriteManyAsync(changes, call),
                () => call.CallMethodAsync(
                    "saveSettings",
                    writer => WriteAll(writer, changes),
                    StringsOf(changes),
                    [Subject.Settings],
                    HoldSecret(changes)))
                .ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.UnknownEndpoint or RocketChatErrorKind.Forbidden)
        {
            throw Explained(refused, changes);
        }
    }

    private static RocketChatException Explained(RocketChatException refused, IReadOnlyList<SettingChange> changes)
    {
        var ids = changes.Select(c => c.Id).ToArray();
        return RocketChatException.CausedBy(
            refused,
            refused.Kind,
            $"The account may not change {(ids.Length == 1 ? "" : "all of ")}{string.Join(", ", ids)}. "
            + "That needs the permission edit-privileged-setting, "
            + $"or manage-selected-settings together with {string.Join(", ", ids.Select(id => $"change-setting-{id}"))}");
    }

    private static async Task WriteManyAsync(IReadOnlyList<SettingChange> changes, ApiCall call)
    {
        var body = JsonBody.Write(writer =>
        {
            writer.WritePropertyName("settings");
            WriteAll(writer, changes);
        });
        var request = ApiRequest.Post("settings", body) with
        {
            Secrets = StringsOf(changes),
            HoldsSecret = HoldSecret(changes),
            MayRepeat = true,
            Changes = [Subject.Settings],
        };
        await call.SendAsync(request).ConfigureAwait(false);
    }

    private static void WriteAll(Utf8JsonWriter writer, IReadOnlyList<SettingChange> changes)
    {
        writer.WriteStartArray();
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("_id", change.Id);
            writer.WritePropertyName("value");
            change.Value.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static bool HoldSecret(IReadOnlyList<SettingChange> changes) =>
        changes.Any(c => c.Value.ValueKind == JsonValueKind.String && SecretSettings.Contain(c.Id));

    // Every string may be a secret.
    private static IReadOnlyList<string> StringsOf(IReadOnlyList<SettingChange> changes) =>
        [.. changes.Where(c => c.Value.ValueKind == JsonValueKind.String).Select(c => c.Value.GetString()!)];
}
