using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Http;

namespace RocketChat.Client.Server;

/// <summary>
/// Reads the workspace's unique id (setting <c>uniqueID</c>), which every account may see: <c>settings.public</c> takes <c>query</c> up to
/// 6.x and <c>_id</c> from 7.0 on, and ignores the other one.
/// </summary>
internal static class UniqueId
{
    private const string SettingId = "uniqueID";

    public static async Task<string?> ReadAsync(OptionalParameter query, ApiCall call)
    {
        var byId = ApiRequest.Get("settings.public", ("_id", SettingId));
        var byEither = ApiRequest.Get("settings.public", ("_id", SettingId), ("query", $$"""{"_id":"{{SettingId}}"}"""));
        var answer = await query.UseAsync(() => call.SendAsync(byEither), () => call.SendAsync(byId)).ConfigureAwait(false);
        return answer.Root.Items("settings").Where(IsUniqueId).Select(setting => setting.NonEmptyString("value")).FirstOrDefault();
    }

    private static bool IsUniqueId(JsonElement setting) => setting.String("_id") == SettingId;
}
