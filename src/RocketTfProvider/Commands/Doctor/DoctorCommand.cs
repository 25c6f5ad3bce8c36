using System.CommandLine;

namespace RocketTfProvider.Commands.Doctor;

/// <summary><c>doctor</c>: checks everything that a plan and an apply need.</summary>
internal sealed class DoctorCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON with stable codes." };

    private readonly Option<string[]> _resolvers = new("--resolver")
    {
        Description = "Name server for the check of federation, in place of those of this machine. May be repeated.",
        HelpName = "address",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _list = WorkspaceList.Option;
    private readonly Terminal _terminal;
    private readonly ConnectionOptions _connection;

    public DoctorCommand(Func<string, string?> environment, Terminal terminal)
    {
        _terminal = terminal;
        _connection = new ConnectionOptions(environment);
        Command = new ToolCommand(
            "doctor",
            "Check everything that a plan and an apply need: connection, version, account, permissions, limits, push, federation. Changes "
            + "nothing on the server. Exit code 1 if there is something to act on.",
            "terraform-provider-rocketchat doctor",
            "terraform-provider-rocketchat doctor --url https://chat.example.org --json",
            "terraform-provider-rocketchat doctor --workspaces workspaces.txt")
        {
            _json, _list, _resolvers, Terminal.QuietOption,
        };
        _connection.AddTo(Command);
        Command.SetAction(RunAsync);
    }

    public Command Command { get; }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        _terminal.IsQuiet = command.GetValue(Terminal.QuietOption);
        IReadOnlyList<DoctorReport> reports = command.GetValue(_list) is { } path
            ? await WorkspaceList.ForEachAsync(
                await WorkspaceList.ReadAsync(path, cancellationToken),
                (listed, call) => ExamineListedAsync(command, listed, call),
                cancellationToken)
            : [await ExamineAsync(command, null, cancellationToken)];
        _terminal.EndProgress();
        if (command.GetValue(_json))
        {
            _terminal.WriteLine(DoctorJson.Of(reports));
        }
        else
        {
            Write(reports);
        }

        return reports.Any(report => report.Findings.Count > 0) ? ExitCode.Findings : ExitCode.Well;
    }

    private async Task<DoctorReport> ExamineAsync(ParseResult command, ListedWorkspace? listed, CancellationToken cancellationToken)
    {
        await using var open = await _connection.OpenAsync(command, listed);
        var checkup = new Checkup(open.Workspace, open.Options, [.. command.GetRequiredValue(_resolvers)], TimeProvider.System);
        return await checkup.RunAsync(
            area => _terminal.ShowProgress($"{open.Workspace.Url.Host}: checking {area} …"), cancellationToken);
    }

    private async Task<DoctorReport> ExamineListedAsync(ParseResult command, ListedWorkspace listed, CancellationToken cancellationToken)
    {
        try
        {
            return await ExamineAsync(command, listed, cancellationToken);
        }
        catch (CommandFailure failure)
        {
            var report = new DoctorReport(new Uri(listed.Url));
            report.Add(FindingCodes.InvalidConfiguration, failure.Diagnostics[0].Detail);
            return report;
        }
    }

    private void Write(IReadOnlyList<DoctorReport> reports)
    {
        foreach (var line in reports.SelectMany(report => DoctorText.Of(report).Append("")))
        {
            _terminal.WriteLine(line);
        }

        if (reports.Count > 1)
        {
            _terminal.WriteTable(
                ["Workspace", "Version", "Errors", "Warnings"],
                reports.Select(report => (string[])
                [
                    report.Url.AbsoluteUri.TrimEnd('/'),
                    report.Version ?? "",
                    $"{report.Findings.Count(entry => entry.Finding.Code.IsError)}",
                    $"{report.Findings.Count(entry => !entry.Finding.Code.IsError)}",
                ]));
        }
    }
}
