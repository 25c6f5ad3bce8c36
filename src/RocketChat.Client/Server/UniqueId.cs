using System.Text.Json;

namespace RocketChat.Client;

/// <summary>
/// Reads the workspace's unique id (setting <c>uniqueID</c>), which every account may see: <c>settings.public</c> takes <c>query</c> up to
/// 6.x
/// and <c>_id</c> from 7.0 on, and ignores the other one.
/// </summary>
internal static class UniqueId
{
    private const string SettingId = "uniqueID";

    public static async Task<string?> ReadAsync(OptionalParameter query, Operation operation)
    {
        var byId = ApiRequest.Get("settings.public", ("_id", SettingId));
        var byEither = ApiRequest.Get("settings.public", ("_id", SettingId), ("query", $$"""{"_id":"{{SettingId}}"}"""));
        var answer = await query.UseAsync(() => operation.SendAsync(byEither), () => operation.SendAsync(byId)).ConfigureAwait(false);
        return answer.Root.Items("settings").Where(IsUniqueId).Select(setting => setting.NonEmptyText("value")).FirstOrDefault();
    }

    private static bool IsUniqueId(JsonElement setting) => setting.Text("_id") == SettingId;
}
