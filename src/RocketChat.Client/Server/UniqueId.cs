using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Http;

namespace RocketChat.Client.Server;

/// <summary>
/// Reads the workspace's unique id (setting <c>uniqueID</c>), which every account may see: <c>settings.public</c> takes <c>_id</c> from 7.0
/// on; up to 6.x it ignores that and takes <c>query</c>, which 9.0 refuses.
/// </summary>
internal static class UniqueId
{
    private const string SettingId = "uniqueID";

    public static async Task<string?> ReadAsync(OptionalParameter query, ApiCall call)
    {
        // A server that ignores the id then sends one setting instead of all.
        var byId = ApiRequest.Get("settings.public", ("_id", SettingId), ("count", "1"));
        var byQuery = ApiRequest.Get("settings.public", ("query", $$"""{"_id":"{{SettingId}}"}"""));
        var answer = await call.SendAsync(byId).ConfigureAwait(false);
        return ValueIn(answer)
            ?? ValueIn(await query.UseAsync(() => call.SendAsync(byQuery), () => Task.FromResult(answer)).ConfigureAwait(false));
    }

    private static string? ValueIn(ApiResponse answer) =>
        answer.Root.Items("settings").Where(IsUniqueId).Select(setting => setting.NonEmptyString("value")).FirstOrDefault();

    private static bool IsUniqueId(JsonElement setting) => setting.String("_id") == SettingId;
}
