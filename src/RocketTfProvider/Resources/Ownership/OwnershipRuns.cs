using System.Runtime.CompilerServices;
using RocketChat.Client;

namespace RocketTfProvider.Resources.Ownership;

/// <summary>
/// The runs of the CLI that this process serves. Each run configures the provider anew, also in debug mode, where a process serves many:
/// a client is a run.
/// </summary>
internal sealed class OwnershipRuns
{
    private readonly ConditionalWeakTable<RocketChatClient, OwnershipRun> _runs = [];

    public OwnershipRun Of(RocketChatClient client) => _runs.GetOrCreateValue(client);
}
