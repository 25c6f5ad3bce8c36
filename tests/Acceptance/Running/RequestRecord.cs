using System.Text.Json.Nodes;
using RocketChat.Emulator;

namespace Acceptance.Running;

/// <summary>Keeps what was asked of emulated servers, for tests/contract to check; secrets are hidden in it.</summary>
internal sealed class RequestRecord(string versionProfile)
{
    private static readonly Lock Gate = new();

    /// <summary>Adds every request so far, each with the version that it was meant for.</summary>
    public async Task AddAsync(EmulatorServer server)
    {
        using var client = new HttpClient();
        var requests = JsonNode.Parse(await client.GetStringAsync(new Uri(server.Url, "_emulator/requests")))!.AsArray();
        foreach (var request in requests)
        {
            request!["profile"] = versionProfile;
        }

        lock (Gate)
        {
            Directory.CreateDirectory(Repository.PathOf("artifacts", "requests"));
            File.AppendAllLines(Repository.PathOf("artifacts", "requests", "acceptance.jsonl"), requests.Select(
                request => request!.ToJsonString()));
        }
    }
}
