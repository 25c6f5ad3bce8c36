using System.CommandLine;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Commands;

/// <summary>A file with a workspace on each line: its address, the id of the account, and the variable that holds the token.</summary>
internal static class WorkspaceList
{
    private const int AtOnce = 4;

    public static Option<string?> Option => new("--workspaces")
    {
        Description = "File with a workspace on each line, as ADDRESS USER_ID TOKEN_VARIABLE. Four are read at once; one that fails does "
            + "not stop the others.",
        HelpName = "file",
    };

    /// <exception cref="CommandFailure">A line is not valid, or there is none.</exception>
    public static async Task<IReadOnlyList<ListedWorkspace>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticList();
        List<ListedWorkspace> workspaces = [];
        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        for (var number = 1; number <= lines.Length; number++)
        {
            var words = lines[number - 1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is [] || words[0].StartsWith('#'))
            {
                continue;
            }

            if (words is not [var url, var userId, var variable] || WorkspaceAddress.FaultOf(url) is not null
                || workspaces.Exists(other => other.Url == url))
            {
                diagnostics.AddError(
                    "Invalid list of workspaces",
                    $"Line {number} must have an address that no other line has, the id of the account, and the name of the environment "
                    + "variable that holds its token, such as `https://chat.example.org aliceAliceAlice01 CHAT_TOKEN`.");
            }
            else
            {
                workspaces.Add(new(url, userId, variable));
            }
        }

        if (workspaces.Count == 0 && !diagnostics.HasErrors)
        {
            diagnostics.AddError("Empty list of workspaces", "The file of `--workspaces` names no workspace. Add a line for each.");
        }

        return diagnostics.HasErrors ? throw new CommandFailure([.. diagnostics]) : workspaces;
    }

    /// <summary>Runs an action for each workspace, a few at once.</summary>
    /// <returns>The results, in the order of the list.</returns>
    public static async Task<IReadOnlyList<TResult>> ForEachAsync<TResult>(
        IReadOnlyList<ListedWorkspace> workspaces,
        Func<ListedWorkspace, CancellationToken, Task<TResult>> run,
        CancellationToken cancellationToken)
    {
        var results = new TResult[workspaces.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, workspaces.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, call) => results[index] = await run(workspaces[index], call));
        return results;
    }
}
