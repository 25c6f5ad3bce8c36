using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Server;

/// <summary>The server itself.</summary>
public sealed class ServerApi
{
    private readonly DeadlineHandler _deadline;
    private readonly ApiCapabilities _capabilities;

    internal ServerApi(DeadlineHandler deadline, ApiCapabilities capabilities) => (_deadline, _capabilities) = (deadline, capabilities);

    /// <summary>
    /// Version and cloud identity; the answer serves for ten minutes, or until a write that may change it. Sent with the session because
    /// only administrators see the patch number.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<ServerInfo> GetInfoAsync(CancellationToken cancellationToken = default) =>
        _deadline.RunAsync(GetInfoAsync, cancellationToken);

    /// <summary>
    /// The workspace's unique id (setting <c>uniqueID</c>): the same for its whole life, unless an administrator declares it a new
    /// workspace.
    /// Null when the server does not show it.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<string?> GetUniqueIdAsync(CancellationToken cancellationToken = default) =>
        _deadline.RunAsync(call => UniqueId.ReadAsync(_capabilities.PublicSettingsQuery, call), cancellationToken);

    private static async Task<ServerInfo> GetInfoAsync(ApiCall call)
    {
        var answer = await call.SendAsync(new ApiRequest("GET", "/api/info") { IsLookup = true }).ConfigureAwait(false);
        return new ServerInfo
        {
            Version = ServerVersion.In(answer) ?? throw answer.Unexpected("the version is missing"),
            CloudWorkspaceId = answer.Root.NonEmptyString("cloudWorkspaceId"),
        };
    }
}
