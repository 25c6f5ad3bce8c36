using System.Text.Json.Nodes;

namespace TerraformPlugin.Hosting;

/// <summary>The output of debug mode, by which a CLI finds the running provider.</summary>
internal static class ReattachInstructions
{
    private const string TerraformRegistry = "registry.terraform.io";
    private const string OpenTofuRegistry = "registry.opentofu.org";

    /// <summary>The text for the developer, with the variable in the form of a POSIX shell.</summary>
    public static string Format(PluginHostOptions options, PluginListener listener, int processId) =>
        $"""
        {options.ProgramName} {options.Version} waits for Terraform or OpenTofu. Press Ctrl-C to stop it.
        In another terminal, set this variable and run the CLI there as usual:

        	TF_REATTACH_PROVIDERS='{Json(options, listener, processId)}'

        The connection is not encrypted. Only your user can reach the socket.
        """;

    /// <summary>The value of TF_REATTACH_PROVIDERS.</summary>
    public static string Json(PluginHostOptions options, PluginListener listener, int processId)
    {
        var reattach = new JsonObject { [options.ProviderAddress] = Entry(listener, processId) };
        if (options.Registry == TerraformRegistry)
        {
            // The same short source means another host to OpenTofu.
            reattach[$"{OpenTofuRegistry}/{options.Source}"] = Entry(listener, processId);
        }

        return reattach.ToJsonString();
    }

    private static JsonObject Entry(PluginListener listener, int processId) => new()
    {
        ["Protocol"] = "grpc",
        ["ProtocolVersion"] = PluginEnvironment.ProtocolVersion,
        ["Pid"] = processId,
        ["Test"] = true,
        ["Addr"] = new JsonObject { ["Network"] = listener.Network, ["String"] = listener.Address },
    };
}
