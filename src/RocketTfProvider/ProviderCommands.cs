using System.CommandLine;
using RocketTfProvider.Commands;
using RocketTfProvider.Commands.Doctor;
using RocketTfProvider.Commands.Export;
using RocketTfProvider.Commands.Permissions;

namespace RocketTfProvider;

/// <summary>The commands of the program that a person runs by hand.</summary>
internal static class ProviderCommands
{
    /// <summary>The name of the program, whatever the name of its file.</summary>
    public const string ProgramName = "terraform-provider-rocketchat";

    /// <summary>The lines about the commands in the help of the plugin.</summary>
    public const string Help =
        """
        Commands, each with --help:
          export       write a running workspace as configuration, with import blocks
          doctor       check everything that a plan and an apply need
          permissions  list the permissions that a plan or a type of resource needs
        """;

    /// <summary>Whether the arguments begin with a command, not with an option of the plugin.</summary>
    public static bool IsIn(IReadOnlyList<string> args) => args is [var first, ..] && !first.StartsWith('-');

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, Func<string, string?> environment, Terminal terminal, CancellationToken cancellationToken)
    {
        var root = new Command(ProgramName, "Commands for people. Terraform and OpenTofu start this program as a plugin.")
        {
            HelpWithExamples.Option,
            new ExportCommand(environment, terminal).Command,
            new DoctorCommand(environment, terminal).Command,
            new PermissionsCommand(environment, terminal).Command,
        };
        var command = root.Parse(args);
        if (command.Errors.Count > 0)
        {
            foreach (var error in command.Errors)
            {
                await terminal.Course.WriteLineAsync(ForeignText.Clean(error.Message));
            }

            await terminal.Course.WriteLineAsync("The option --help describes the commands and their options.");
            return ExitCode.Failed;
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Results,
                Error = terminal.Course,
            };
            return await command.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            terminal.EndProgress();
            await terminal.Course.WriteLineAsync("Stopped.");
            return ExitCode.Failed;
        }
        catch (Exception failure) when (CommandFailure.Of(failure) is { } diagnostics)
        {
            terminal.Report(diagnostics);
            return ExitCode.Failed;
        }
    }
}
