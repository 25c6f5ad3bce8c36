using RocketChat.Client;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>
/// Keeps objects of one workspace from being read or changed in another. The unique id of the workspace is in the private state of each
/// object,
/// and is read from the server once a run.
/// </summary>
/// <param name="client">The workspace of the run.</param>
/// <param name="expected">The argument <c>expected_workspace_id</c>; null when it is not set.</param>
internal sealed class WorkspaceIdentity(RocketChatClient client, string? expected)
{
    private const string Key = "workspace_id";

    private readonly Lock _lock = new();
    private Task<string?>? _reading;
    private int _reported;

    /// <summary>Compares the server with the argument and with the object, and notes the id with an object that has none yet.</summary>
    /// <exception cref="DiagnosticException">The server is another workspace.</exception>
    public async Task RequireAsync(CallContext context, bool isStored, CancellationToken cancellationToken)
    {
        context.Private.TryGet(Key, out var stored);
        if (expected is null && stored is null && !isStored)
        {
            return;
        }

        var id = await ReadOnceAsync().WaitAsync(cancellationToken);
        if (expected is not null)
        {
            RequireExpected(id);
        }

        if (id is null || id == stored)
        {
            return;
        }

        if (stored is not null)
        {
            TakeOver(stored, id, context.Diagnostics);
        }

        context.Private.Set(Key, id);
    }

    /// <summary>Compares the server with the argument alone, for a command that knows no object.</summary>
    /// <exception cref="DiagnosticException">The server is another workspace.</exception>
    public async Task RequireExpectedAsync(CancellationToken cancellationToken)
    {
        if (expected is not null)
        {
            RequireExpected(await ReadOnceAsync().WaitAsync(cancellationToken));
        }
    }

    private void RequireExpected(string? id)
    {
        if (id is null)
        {
            throw new DiagnosticException(
                "Workspace id cannot be read",
                $"`expected_workspace_id` is set, but {client.Url} does not show its unique id (setting `uniqueID`). Nothing else was "
                + "read or changed. Check `url`, or remove `expected_workspace_id`.");
        }

        if (id != expected)
        {
            throw new DiagnosticException(
                "Unexpected workspace",
                $"`expected_workspace_id` is `{expected}`, but the workspace at {client.Url} has the unique id {id.Quoted()}. Nothing "
                + "else was read or changed. Correct `url`, or `expected_workspace_id`.");
        }
    }

    private void TakeOver(string stored, string id, DiagnosticList diagnostics)
    {
        if (expected is null)
        {
            throw new DiagnosticException(
                "Object of another workspace",
                $"The state has this object from the workspace with the unique id {stored.Quoted()}, but the workspace at {client.Url} has "
                + $"the unique id {id.Quoted()}. Nothing was read or changed. Correct `url`. If the workspace was rebuilt and the object "
                + $"belongs to it now, set `expected_workspace_id = \"{ForeignText.Clean(id)}\"` in the provider block: the objects of the "
                + "state are then taken over.");
        }

        // Every object of the state is concerned, so the run reports it once.
        if (Interlocked.Exchange(ref _reported, 1) == 0)
        {
            diagnostics.AddWarning(
                "Objects taken over from another workspace",
                $"The state has objects from the workspace with the unique id {stored.Quoted()}. They belong to the workspace "
                + $"{id.Quoted()} from now on, because `expected_workspace_id` names that one. If that is not intended, correct `url` and "
                + "`expected_workspace_id` before you apply.");
        }
    }

    // Callers share one read, which therefore outlives each of them; the client's own deadlines end it.
    private Task<string?> ReadOnceAsync()
    {
        lock (_lock)
        {
            if (_reading is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _reading = ReadAsync();
            }

            return _reading;
        }
    }

    private async Task<string?> ReadAsync()
    {
        try
        {
            return await client.Server.GetUniqueIdAsync(CancellationToken.None);
        }
        catch (RocketChatException failure) when (IsAboutTheIdAlone(failure))
        {
            return null;
        }
    }

    // Other failures meet every call of the run: the first one reports them.
    private static bool IsAboutTheIdAlone(RocketChatException failure) => failure.Kind
        is RocketChatErrorKind.Forbidden or RocketChatErrorKind.UnknownEndpoint or RocketChatErrorKind.Rejected
        or RocketChatErrorKind.UnexpectedAnswer or RocketChatErrorKind.ServerError;
}
