namespace TerraformPlugin.Hosting;

/// <summary>The plugin cannot start, for a reason outside the program; the message is for the person who runs the CLI.</summary>
internal sealed class PluginHostException(string message, Exception? cause = null) : Exception(message, cause);
