using RocketTfProvider.Connection;

namespace RocketTfProvider.Commands;

/// <summary>The workspace that a command is about, until the command ends.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Options">The options of its client.</param>
internal sealed record OpenWorkspace(Workspace Workspace, RocketChatClientOptions Options) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await Workspace.CloseAsync();
}
