using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Federation;

/// <summary>Finds the engine of an object on the server.</summary>
internal sealed class EngineLookup(Workspace workspace, FederationView view)
{
    /// <summary>The engine in use, and those that the server has.</summary>
    /// <exception cref="DiagnosticException">The server does not have it, or nobody can know which is meant.</exception>
    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public async Task<(FederationEngine Engine, FederationSupport Support)> FindAsync(
        FederationModel model, CancellationToken cancellationToken)
    {
        var support = await workspace.Client.Federation.DetectAsync(cancellationToken);
        var remembered = FederationEngine.Named(model.StringOr("effective_engine", ""));
        if (model.Engine == FederationEngine.Auto && remembered is not null && remembered != FederationEngine.Native && !support.HasNative)
        {
            return (remembered, support);
        }

        return (await EngineChoice.MakeAsync(model, support, engine => view.IsOnAsync(engine, cancellationToken)), support);
    }

    /// <summary>A warning if the server no longer has the engine of the state; otherwise null.</summary>
    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public async Task<Diagnostic?> RemovedAsync(FederationModel state, CancellationToken cancellationToken)
    {
        var support = await workspace.Client.Federation.DetectAsync(cancellationToken);
        return EngineChoice.Removed(state, support) is { } engine ? EngineChoice.RemovedWarning(engine, support) : null;
    }
}
