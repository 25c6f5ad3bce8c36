using RocketChat.Client;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Connection;

/// <summary>
/// The workspace of the provider block, shared by all resources and data sources; nothing is sent to it before one of them needs it.
/// In debug mode one process is configured again and again: the last configuration applies.
/// </summary>
internal sealed class Workspace
{
    private Run? _run;
    private bool _used;
    private bool _servesCalls;
    private int _reportedUnread;

    /// <summary>False while the provider's configuration holds values that will be known only after apply.</summary>
    public bool IsKnown => _run is not null;

    /// <summary>The current run. Its first use in a call of a CLI asks for the version of the server, at once with what follows.</summary>
    /// <exception cref="DiagnosticException">The provider's configuration is not known yet.</exception>
    public Run Run
    {
        get
        {
            _used = true;
            var run = _run ?? throw NotKnown();
            if (_servesCalls)
            {
                _ = run.Warnings.AskVersion();
            }

            return run;
        }
    }

    /// <summary>The workspace's API.</summary>
    /// <exception cref="DiagnosticException">The provider's configuration is not known yet.</exception>
    public RocketChatClient Client => Run.Client;

    /// <summary>The workspace's address; reading it sends nothing.</summary>
    /// <exception cref="DiagnosticException">The provider's configuration is not known yet.</exception>
    public Uri Url => _run?.Client.Url ?? throw NotKnown();

    /// <summary>The severity of problems that a plan finds on the server.</summary>
    public PlanChecks PlanChecks { get; private set; }

    /// <summary>Whether plans ask the server.</summary>
    public bool ChecksPlans => IsKnown && PlanChecks != PlanChecks.Off;

    public Task ConnectAsync(RocketChatClient client, PlanChecks planChecks, string? expectedWorkspaceId)
    {
        PlanChecks = planChecks;
        return ReplaceAsync(new Run(client, expectedWorkspaceId));
    }

    public Task ConnectLaterAsync() => ReplaceAsync(null);

    public Task CloseAsync() => ReplaceAsync(null);

    /// <summary>The error of a failed request; in one line if the run has reported the same problem in full.</summary>
    public Diagnostic Describe(RocketChatException failure) =>
        _run is { } run ? run.Of<RunFailures>().Describe(failure) : ClientFailure.Describe(failure);

    /// <summary>
    /// Whether the object stays as the state has it, because the account has lost the permission to read it: only the world moved.
    /// </summary>
    public bool KeepsUnread(RocketChatException failure, string typeName, TfValue state, DiagnosticList diagnostics)
    {
        if (failure.Kind != RocketChatErrorKind.Forbidden || _run is not { } run)
        {
            return false;
        }

        run.Of<UnreadObjects>().Warn(failure, typeName, state, diagnostics);
        return true;
    }

    /// <summary>
    /// Refuses the call if the workspace is not the one that the argument or the object names. Warns once if the workspace is not known
    /// yet, but the state has objects of it.
    /// </summary>
    /// <exception cref="DiagnosticException">The server is another workspace.</exception>
    public Task RequireIdentityAsync(CallContext context, bool isStored, CancellationToken cancellationToken)
    {
        _servesCalls = true;
        if (_run is { } run)
        {
            return run.Identity.RequireAsync(context, isStored, cancellationToken);
        }

        if (isStored && Interlocked.Exchange(ref _reportedUnread, 1) == 0)
        {
            context.Diagnostics.AddWarning(
                "Workspace not compared",
                "The `url` or the credentials of the workspace are not known yet, so objects in the state are not read from it: the plan "
                + "compares the configuration with the state alone, and shows nothing that was changed on the server. Plan again once the "
                + "values are known, or give the provider known values.");
        }

        return Task.CompletedTask;
    }

    /// <summary>Adds the warnings about the run as a whole, if the run has contacted the workspace.</summary>
    public Task AddRunWarningsAsync(DiagnosticList diagnostics, CancellationToken cancellationToken) =>
        _used && _run is { } run ? run.Warnings.AddToAsync(diagnostics, cancellationToken) : Task.CompletedTask;

    private static DiagnosticException NotKnown() => new(
        "Provider configuration not known yet",
        "The address or the credentials of the workspace will be known only after apply, so nothing can be read from it now. Resources "
        + "can be planned without it, data sources cannot. Apply the resource that creates the workspace first (for instance with "
        + "-target), or give the provider known values.");

    private async Task ReplaceAsync(Run? run)
    {
        _used = false;
        _reportedUnread = 0;
        if (Interlocked.Exchange(ref _run, run) is { } old)
        {
            await old.DisposeAsync();
        }
    }
}
