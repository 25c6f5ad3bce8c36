using System.CommandLine;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands.Export;

/// <summary><c>export</c>: writes a running workspace as configuration.</summary>
internal sealed class ExportCommand
{
    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder for the files. It is made if it is missing; a folder with content is refused.",
        HelpName = "folder",
        Required = true,
    };

    private readonly Option<bool> _additive = new("--additive")
    {
        Description = "Write one rocketchat_room_owner for each owner, which leaves other owners alone, in place of one "
            + "rocketchat_room_owners for each room.",
    };

    private readonly Option<bool> _allSettings = new("--all-settings")
    {
        Description = "Write all settings, not only those that differ from the default of the server's version.",
    };

    private readonly Option<string?> _rooms = new("--rooms")
    {
        Description = "Only rooms whose entire name matches the pattern, such as project-*. Not case-sensitive.",
        HelpName = "pattern",
    };

    private readonly Option<string[]> _only = new("--only")
    {
        Description = "Only these parts, separated by commas: " + string.Join(", ", Names) + ".",
        HelpName = "parts",
        CustomParser = argument => [.. argument.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries))],
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Save the owners read so far in a file next to the folder, and reuse those of an earlier run. With --workspaces, "
            + "skip the workspaces whose folder exists.",
    };

    private readonly Option<string?> _list = WorkspaceList.Option;
    private readonly Terminal _terminal;
    private readonly ConnectionOptions _connection;

    public ExportCommand(Func<string, string?> environment, Terminal terminal)
    {
        _terminal = terminal;
        _connection = new ConnectionOptions(environment);
        Command = new ToolCommand(
            "export",
            "Write a running workspace as configuration, with import blocks. Changes nothing on the server.",
            "terraform-provider-rocketchat export --out chat",
            "terraform-provider-rocketchat export --out chat --only owners --rooms 'project-*'",
            "terraform-provider-rocketchat export --out chat --url https://chat.example.org --additive")
        {
            _out, _only, _rooms, _additive, _allSettings, _resume, _list, Terminal.QuietOption,
        };
        _connection.AddTo(Command);
        Command.SetAction(RunAsync);
    }

    public Command Command { get; }

    private static IEnumerable<string> Names => Enum.GetNames<ExportSubject>().Select(name => name.ToLowerInvariant());

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        _terminal.IsQuiet = command.GetValue(Terminal.QuietOption);
        var scope = ScopeOf(command);
        var folder = command.GetRequiredValue(_out);
        if (command.GetValue(_list) is { } path)
        {
            if (!command.GetValue(_resume))
            {
                new ExportFolder(folder).RequireEmpty();
            }

            return await ExportListAsync(command, scope, folder, path, cancellationToken);
        }

        new ExportFolder(folder).RequireEmpty();
        var module = await ExportAsync(command, null, scope, folder, cancellationToken);
        _terminal.EndProgress();
        Summarize(module, folder);
        return ExitCode.Well;
    }

    private async Task<ExportModule> ExportAsync(
        ParseResult command, ListedWorkspace? listed, ExportScope scope, string folder, CancellationToken cancellationToken)
    {
        await using var open = await _connection.OpenAsync(command, listed);
        var workspace = open.Workspace;
        using var journal = command.GetValue(_resume) ? OwnerJournal.Open(folder, await NameAsync(workspace, cancellationToken)) : null;
        if (journal is { Count: > 0 })
        {
            _terminal.WriteLine($"Owners of {journal.Count} rooms are those that an earlier run has read.");
        }

        var target = new ExportFolder(folder);
        using var files = target.Begin();
        var module = new ExportModule(files);
        await new Exporter(workspace, scope, module, _terminal).ReadAsync(journal, cancellationToken);
        files.File("versions.tf").Append(VersionsFile.Of(workspace.Url));
        await files.WriteAsync("README.md", ExportReadme.Of(module, workspace.Url), cancellationToken);
        target.Complete(files);
        journal?.Complete();
        return module;
    }

    private static async Task<string> NameAsync(Workspace workspace, CancellationToken cancellationToken) =>
        $"{workspace.Url} {await workspace.Client.Server.GetUniqueIdAsync(cancellationToken)}";

    private async Task<int> ExportListAsync(
        ParseResult command, ExportScope scope, string folder, string path, CancellationToken cancellationToken)
    {
        var workspaces = await WorkspaceList.ReadAsync(path, cancellationToken);
        var names = ResourceNames.Of(workspaces.Select(listed => (listed.Url, new Uri(listed.Url).Authority)), "workspace");
        var results = await WorkspaceList.ForEachAsync(
            workspaces,
            async (listed, call) =>
            {
                var target = Path.Combine(folder, names[listed.Url]);
                if (command.GetValue(_resume) && Directory.Exists(target))
                {
                    // A folder is written whole, or not at all.
                    return ((string[])[listed.Url, "", $"{names[listed.Url]} (from an earlier run)"], true);
                }

                try
                {
                    var module = await ExportAsync(command, listed, scope, target, call);
                    return ((string[])[listed.Url, $"{module.Counts.Values.Sum()}", names[listed.Url]], true);
                }
                catch (Exception failure) when (CommandFailure.Of(failure) is { } diagnostics)
                {
                    return ([listed.Url, "", $"{diagnostics[0].Summary}: {diagnostics[0].Detail}"], false);
                }
            },
            cancellationToken);
        _terminal.EndProgress();
        _terminal.WriteTable(["Workspace", "Objects", "Folder or error"], results.Select(result => result.Item1));
        return results.All(result => result.Item2) ? ExitCode.Well : ExitCode.Findings;
    }

    private void Summarize(ExportModule module, string folder)
    {
        foreach (var (type, count) in module.Counts)
        {
            _terminal.WriteLine($"{count,6} {type}");
        }

        _terminal.WriteLine(
            $"Written to {folder}. {module.Secrets.Count} secrets and {module.LeftOut.Count} other things are left out; README.md there "
            + "lists them.");
    }

    private ExportScope ScopeOf(ParseResult command)
    {
        var diagnostics = new DiagnosticList();
        var rooms = command.GetValue(_rooms);
        if (rooms is not null)
        {
            PlainText.Wildcards(TfValue.Of(rooms), AttributePath.To("--rooms"), diagnostics);
        }

        var names = command.GetValue(_only) ?? [];
        foreach (var name in names.Where(name => !Names.Contains(name)))
        {
            diagnostics.AddError("Unknown part", $"{name.Quoted()} is no part of an export. Use `--only` with {string.Join(", ", Names)}.");
        }

        if (diagnostics.HasErrors)
        {
            throw new CommandFailure([.. diagnostics]);
        }

        var scope = new ExportScope
        {
            Rooms = rooms,
            IsAdditive = command.GetValue(_additive),
            HasAllSettings = command.GetValue(_allSettings),
        };
        return names.Length == 0
            ? scope
            : scope with { Subjects = [.. names.Select(name => Enum.Parse<ExportSubject>(name, ignoreCase: true))] };
    }
}
