using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Tests;

/// <summary>An emulator and a client that talks to it as the administrator, as alice, or as nobody.</summary>
internal sealed class Emulated : IAsyncDisposable
{
    private Emulated(EmulatorServer server) => (Server, Client) = (server, new HttpClient { BaseAddress = server.Url });

    public EmulatorServer Server { get; }

    public HttpClient Client { get; }

    public static Task<Emulated> StartAsync(string profile = "9.0") => StartAsync(new EmulatorOptions { VersionProfile = profile });

    public static async Task<Emulated> StartAsync(EmulatorOptions options) =>
        new(await EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken));

    public Task<(int Status, JsonObject Body)> GetAsync(string path, string? user = "admin") => SendAsync("GET", path, null, user);

    public Task<(int Status, JsonObject Body)> PostAsync(
        string path, string body, string? user = "admin", params (string Name, string Value)[] headers) =>
        SendAsync("POST", path, body, user, headers);

    public async Task<(int Status, JsonObject Body)> SendAsync(
        string method, string path, string? body, string? user = "admin", params (string Name, string Value)[] headers)
    {
        using var response = await RawAsync(method, path, body, user, headers);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : []);
    }

    public async Task<HttpResponseMessage> RawAsync(
        string method, string path, string? body = null, string? user = "admin", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        if (user is not null)
        {
            request.Headers.Add("X-User-Id", user == "admin" ? DefaultSeed.AdminId : Server.Workspace.FindUser(user)!.Id);
            request.Headers.Add("X-Auth-Token", user == "admin" ? DefaultSeed.AdminToken : DefaultSeed.AliceToken);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
