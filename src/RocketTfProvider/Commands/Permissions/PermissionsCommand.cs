using System.Collections.Immutable;
using System.CommandLine;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Commands.Permissions;

/// <summary><c>permissions</c>: lists the permissions that a plan or a type of object needs.</summary>
internal sealed class PermissionsCommand
{
    private const string StandardInput = "-";
    private const string DataPrefix = "data.";

    private readonly Argument<string[]> _sources = new("what")
    {
        Description = "Types, such as rocketchat_setting or data.rocketchat_rooms; a file with the output of show -json; or - for stdin.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _offline = new("--offline") { Description = "Do not ask the server what the account lacks." };

    private readonly Option<bool> _invites = new("--invite")
    {
        Description = "Include the permissions to invite users, which a plan includes by itself if it invites somebody.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };
    private readonly Terminal _terminal;
    private readonly ConnectionOptions _connection;

    public PermissionsCommand(Func<string, string?> environment, Terminal terminal)
    {
        _terminal = terminal;
        _connection = new ConnectionOptions(environment);
        Command = new ToolCommand(
            "permissions",
            "List the permissions of the least role for a plan, or for types of resources, and those that the account lacks. Changes "
            + "nothing on the server. Exit code 1 if the account lacks one.",
            "terraform show -json plan.out | terraform-provider-rocketchat permissions -",
            "terraform-provider-rocketchat permissions --offline rocketchat_room_owners")
        {
            _sources, _offline, _invites, _json, Terminal.QuietOption,
        };
        _connection.AddTo(Command);
        Command.SetAction(RunAsync);
    }

    public Command Command { get; }

    private static IEnumerable<string> Types =>
        PermissionTable.Resources.Keys.Concat(PermissionTable.DataSources.Keys.Select(type => DataPrefix + type));

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var needs = await NeedsAsync(command, cancellationToken);
        AccountRights? rights = null;
        if (!command.GetValue(_offline))
        {
            await using var open = await _connection.OpenAsync(command);
            await open.Workspace.Run.Identity.RequireExpectedAsync(cancellationToken);
            rights = await AccountRights.ReadAsync(open.Workspace.Client, cancellationToken);
        }

        var list = new PermissionList(needs, rights);
        if (command.GetValue(_json))
        {
            _terminal.WriteLine(list.ToJson());
        }
        else
        {
            list.Write(_terminal);
        }

        return list.HasMissing ? ExitCode.Findings : ExitCode.Well;
    }

    private async Task<ImmutableArray<PermissionNeed>> NeedsAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var invites = command.GetValue(_invites);
        List<PermissionNeed> needs = [];
        foreach (var source in command.GetRequiredValue(_sources))
        {
            if (PermissionTable.Resources.TryGetValue(source, out var ofResource))
            {
                needs.AddRange(ofResource);
            }
            else if (source.StartsWith(DataPrefix, StringComparison.Ordinal)
                && PermissionTable.DataSources.TryGetValue(source[DataPrefix.Length..], out var ofData))
            {
                needs.AddRange(ofData);
            }
            else if (source == StandardInput || File.Exists(source))
            {
                await using var input = source == StandardInput ? Terminal.StandardInput() : File.OpenRead(source);
                var plan = await PlanFile.ReadAsync(input, cancellationToken);
                invites |= plan.Invites;
                needs.AddRange(plan.Resources.SelectMany(type => PermissionTable.Resources.GetValueOrDefault(type, [])));
                needs.AddRange(plan.DataSources.SelectMany(type => PermissionTable.DataSources.GetValueOrDefault(type, [])));
            }
            else
            {
                throw new CommandFailure(Diagnostic.Error(
                    "Unknown type",
                    $"{source.Quoted()} is neither a file nor a type. Use one of: {string.Join(", ", Types)}."));
            }
        }

        return [.. needs.Where(need => invites || !need.IsForInvitations)];
    }
}
