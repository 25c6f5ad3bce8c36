using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Running;

/// <summary>
/// The server that <c>ROCKETCHAT_LIVE_URL</c> names, or the emulated one of a fixture: with people and rooms in it that belong to
/// one test, are named by chance, and are removed with it. Nothing else there is touched.
/// </summary>
internal sealed class LiveWorkspace : IAsyncDisposable
{
    private readonly HttpClient _client = new();
    private readonly string _prefix = $"tfacc-{Guid.NewGuid():N}"[..16];
    private readonly Stack<(string Endpoint, JsonObject Body)> _removals = new();

    public LiveWorkspace(IDictionary<string, string> environment)
    {
        _client.BaseAddress = new Uri($"{environment["ROCKETCHAT_URL"].TrimEnd('/')}/api/v1/");
        _client.DefaultRequestHeaders.Add("X-User-Id", environment["ROCKETCHAT_USER_ID"]);
        _client.DefaultRequestHeaders.Add("X-Auth-Token", environment["ROCKETCHAT_AUTH_TOKEN"]);
    }

    /// <summary>Makes the fixture's CLI use the live server, if there is one.</summary>
    public static LiveWorkspace Behind(Fixture fixture)
    {
        if (Environment.GetEnvironmentVariable("ROCKETCHAT_LIVE_URL") is { Length: > 0 } url)
        {
            fixture.Cli.Environment["ROCKETCHAT_URL"] = url;
            foreach (var name in (string[])["ROCKETCHAT_USER_ID", "ROCKETCHAT_AUTH_TOKEN"])
            {
                fixture.Cli.Environment[name] = Environment.GetEnvironmentVariable(name)
                    ?? throw new InvalidOperationException($"ROCKETCHAT_LIVE_URL is set, but {name} is not.");
            }
        }

        return new LiveWorkspace(fixture.Cli.Environment);
    }

    public async Task<LiveUser> CreateUserAsync(string name)
    {
        var username = $"{_prefix}-{name}";
        var answer = await PostAsync("users.create", new JsonObject
        {
            ["username"] = username,
            ["name"] = username,
            ["email"] = $"{username}@example.com",
            ["password"] = $"Aa1!{Guid.NewGuid():N}",
            ["verified"] = true,
            ["joinDefaultChannels"] = false,
        });
        var user = new LiveUser(answer["user"]!.Text("_id")!, username);
        _removals.Push(("users.delete", new JsonObject { ["userId"] = user.Id }));
        return user;
    }

    /// <summary>A room that the administrator owns, with these members.</summary>
    public async Task<LiveRoom> CreateRoomAsync(string name, bool isPrivate, params LiveUser[] members)
    {
        var kind = isPrivate ? "groups" : "channels";
        var answer = await PostAsync($"{kind}.create", new JsonObject
        {
            ["name"] = $"{_prefix}-{name}",
            ["members"] = new JsonArray([.. members.Select(member => (JsonNode)member.Username)]),
        });
        var id = answer[isPrivate ? "group" : "channel"]!.Text("_id")!;
        _removals.Push(($"{kind}.delete", new JsonObject { ["roomId"] = id }));
        return new LiveRoom(id, $"{_prefix}-{name}", kind);
    }

    public Task RemoveOwnerAsync(LiveRoom room, LiveUser user) =>
        PostAsync($"{room.Kind}.removeOwner", new JsonObject { ["roomId"] = room.Id, ["userId"] = user.Id });

    /// <summary>Whether this user, whom the test made, owns the room.</summary>
    public async Task<bool> OwnsAsync(LiveRoom room, LiveUser user)
    {
        using var response = await _client.GetAsync($"{room.Kind}.roles?roomId={room.Id}", TestContext.Current.CancellationToken);
        var answer = await ReadAsync(response);
        return answer["roles"]!.AsArray().Any(entry => entry!["u"]!.Text("_id") == user.Id && HasRole(entry, "owner"));
    }

    /// <summary>The id of the account that runs the tests.</summary>
    public async Task<string> OwnIdAsync() => (await GetAsync("me")).Text("_id")!;

    /// <summary>The value of a setting, as JSON.</summary>
    public async Task<string> SettingAsync(string id) => (await GetAsync($"settings/{id}"))["value"]!.ToJsonString();

    /// <summary>The same, and puts that value back at the end, whatever the test leaves.</summary>
    public async Task<string> SettingToKeepAsync(string id)
    {
        var value = await SettingAsync(id);
        _removals.Push(($"settings/{id}", new JsonObject { ["value"] = JsonNode.Parse(value) }));
        return value;
    }

    /// <summary>The ids of all settings that the server shows.</summary>
    public async Task<IReadOnlySet<string>> SettingIdsAsync() =>
        (await GetAsync("settings?count=0"))["settings"]!.AsArray().Select(setting => setting!.Text("_id")!).ToHashSet();

    /// <summary>Removes what was made and puts settings back, the last first, and goes on when one of it fails.</summary>
    public async ValueTask DisposeAsync()
    {
        var failures = new List<Exception>();
        while (_removals.TryPop(out var removal))
        {
            try
            {
                await PostAsync(removal.Endpoint, removal.Body);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
            {
                failures.Add(new InvalidOperationException(
                    $"Left behind: {removal.Endpoint} {removal.Body.ToJsonString()} did not succeed.", failure));
            }
        }

        _client.Dispose();
        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    private static bool HasRole(JsonNode entry, string role) => entry["roles"]!.AsArray().Any(each => each!.GetValue<string>() == role);

    private async Task<JsonNode> GetAsync(string endpoint)
    {
        using var response = await _client.GetAsync(endpoint, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    private async Task<JsonNode> PostAsync(string endpoint, JsonObject body)
    {
        // Also removes after the run was canceled, so not with the test's token; HttpClient has a deadline of its own.
        using var response = await _client.PostAsJsonAsync(endpoint, body, CancellationToken.None);
        return await ReadAsync(response);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(CancellationToken.None);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new HttpRequestException(
                $"{response.RequestMessage!.RequestUri!.AbsolutePath} answered {(int)response.StatusCode}: {text}");
    }
}
