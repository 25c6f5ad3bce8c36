using System.Collections.Concurrent;
using RocketChat.Client;

namespace RocketTfProvider.Connection;

/// <summary>
/// A run of the CLI against a workspace: its client, and the facts that its objects share. The CLI configures the
/// provider once a run, also in debug mode, where one process serves many runs; <see cref="Workspace"/> then holds a new one.
/// </summary>
/// <param name="client">The workspace's API.</param>
/// <param name="expectedWorkspaceId">The argument <c>expected_workspace_id</c>; null when it is not set.</param>
internal sealed class Run(RocketChatClient client, string? expectedWorkspaceId) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Type, object> _parts = new();

    public RocketChatClient Client { get; } = client;

    /// <summary>The check that objects belong to this workspace.</summary>
    public WorkspaceIdentity Identity { get; } = new(client, expectedWorkspaceId);

    /// <summary>Warnings about the run as a whole.</summary>
    public RunWarnings Warnings { get; } = new(client);

    /// <summary>
    /// The part of the run that belongs to a subject; new and empty when the run begins. Calls run side by side, so a part guards itself.
    /// </summary>
    public TPart Of<TPart>()
        where TPart : class, new() => (TPart)_parts.GetOrAdd(typeof(TPart), static _ => new TPart());

    public async ValueTask DisposeAsync()
    {
        await Warnings.DisposeAsync();
        await Client.DisposeAsync();
    }
}
