namespace RocketChat.Client;

/// <summary>The server itself.</summary>
public sealed class ServerApi
{
    private readonly Operations _operations;
    private readonly ServerCapabilities _capabilities;

    internal ServerApi(Operations operations, ServerCapabilities capabilities) => (_operations, _capabilities) = (operations, capabilities);

    /// <summary>Version and cloud identity. Asked as the account, since only administrators hear the patch number.</summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<ServerInfo> GetInfoAsync(CancellationToken cancellationToken = default) =>
        _operations.RunAsync(GetInfoAsync, cancellationToken);

    /// <summary>
    /// The workspace's unique id (setting <c>uniqueID</c>): the same for its whole life, unless an administrator declares it a new
    /// workspace.
    /// Null when the server does not show it.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<string?> GetUniqueIdAsync(CancellationToken cancellationToken = default) =>
        _operations.RunAsync(operation => UniqueId.ReadAsync(_capabilities.PublicSettingsQuery, operation), cancellationToken);

    private static async Task<ServerInfo> GetInfoAsync(Operation operation)
    {
        var answer = await operation.SendAsync(new ApiRequest("GET", "/api/info")).ConfigureAwait(false);

        // 3.x tells an administrator the version inside "info" only.
        var text = answer.Root.Member("info")?.Text("version") ?? answer.Root.Text("version");
        return new ServerInfo
        {
            Version = ServerVersion.Parse(text) ?? throw answer.Unexpected("the version is missing"),
            CloudWorkspaceId = answer.Root.NonEmptyText("cloudWorkspaceId"),
        };
    }
}
