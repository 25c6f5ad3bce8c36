namespace TerraformPlugin.Hosting;

/// <summary>The messages for a person who runs the program by hand.</summary>
internal static class Usage
{
    /// <summary>The answer to <c>-help</c>.</summary>
    public static string Help(PluginHostOptions options) =>
        $$"""
        {{options.ProgramName}} {{options.Version}}

        A provider plugin, started by Terraform and OpenTofu. Name it in a configuration

          terraform {
            required_providers {
              {{options.ProviderName}} = {
                source = "{{options.Source}}"
              }
            }
          }

        and run "terraform init" or "tofu init". To use your own build, name its folder in ~/.terraformrc or ~/.tofurc:

          provider_installation {
            dev_overrides {
              "{{options.Source}}" = "/path/to/the/folder"
            }
            direct {}
          }

        Arguments:
          -debug     serve a CLI that you start yourself, until Ctrl-C; prints instructions
          -version   print name and version, and those of the runtime and OpenSSL
          -help      print this
        {{(options.Commands.Length == 0 ? "" : $"\n{options.Commands}\n")}}
        Documentation: https://{{options.Registry}}/providers/{{options.Source}}/latest/docs
        """;

    /// <summary>The answer to a start without a CLI.</summary>
    public static string NotStartedByCli(PluginHostOptions options) =>
        $"""
        This program is a plugin, which Terraform or OpenTofu must start.

        {Help(options)}
        """;

    /// <summary>The answer to arguments that mean nothing to us.</summary>
    public static string UnknownArguments(PluginHostOptions options, IEnumerable<string> args) =>
        $"""
        {options.ProgramName}: unknown arguments: {string.Join(' ', args)}
        Use one of -debug, -version and -help. Without an argument, Terraform or OpenTofu must start the program.
        """;

    /// <summary>The word, for the CLI's log, to a CLI that does not speak our protocol; the CLI itself reports the mismatch.</summary>
    public static string ProtocolNotOffered(PluginHostOptions options) =>
        $"[ERROR] {options.ProgramName} speaks protocol {PluginEnvironment.ProtocolVersion}, which this CLI does not offer: "
        + "it requires Terraform 1.0, OpenTofu 1.6 or later";
}
