using System.Runtime.CompilerServices;
using RocketChat.Client;

namespace RocketTfProvider.Connection;

/// <summary>
/// What resources know of each other in one run of the CLI, for each run that this process serves. Each run configures the provider anew,
/// also in debug mode, where a process serves many: a client is a run.
/// </summary>
/// <typeparam name="TRun">What there is to know; new and empty when a run begins.</typeparam>
internal sealed class Runs<TRun>
    where TRun : class, new()
{
    private readonly ConditionalWeakTable<RocketChatClient, TRun> _runs = [];

    public TRun Of(RocketChatClient client) => _runs.GetOrCreateValue(client);
}
