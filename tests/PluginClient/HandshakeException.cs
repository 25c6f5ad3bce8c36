namespace PluginClient;

/// <summary>A CLI would not go on with this plugin; the message is in the CLI's words where they are known.</summary>
public sealed class HandshakeException(string message) : Exception(message);
