using System.Runtime.CompilerServices;
using RocketChat.Client;

namespace RocketTfProvider.Resources.WorkspaceRegistration;

/// <summary>
/// The runs of the CLI that this process serves. Each run configures the provider anew, also in debug mode, where a process serves many:
/// a client is a run.
/// </summary>
internal sealed class RegistrationRuns
{
    private readonly ConditionalWeakTable<RocketChatClient, RegistrationRun> _runs = [];

    public RegistrationRun Of(RocketChatClient client) => _runs.GetOrCreateValue(client);
}
