using Microsoft.Extensions.Logging;
using TerraformPlugin.Execution;
using TerraformPlugin.Protocol;

namespace TerraformPlugin.Hosting;

/// <summary>The settings that a provider program gives its host.</summary>
internal sealed record PluginHostOptions
{
    /// <summary>The provider's type name, e.g. <c>rocketchat</c>: part of messages, of TF_LOG_PROVIDER_… and of the log module.</summary>
    public required string ProviderName { get; init; }

    /// <summary>The full source address, <c>HOST/NAMESPACE/TYPE</c>, e.g. <c>registry.terraform.io/rockettf/rocketchat</c>.</summary>
    public required string ProviderAddress { get; init; }

    /// <summary>The provider's version, without a leading <c>v</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The lines of the help about commands that the program has beside the plugin; empty for none.</summary>
    public string Commands { get; init; } = "";

    /// <summary>Adds the methods to serve beside those that every plugin has.</summary>
    public Action<RpcMethods, StopSignal, ILoggerFactory> AddMethods { get; init; } = (_, _, _) => { };

    /// <summary>The clock; another one only in tests.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The name of the executable, without an extension.</summary>
    public string ProgramName => $"terraform-provider-{ProviderName}";

    /// <summary>The source address as a configuration writes it: <c>NAMESPACE/TYPE</c>.</summary>
    public string Source => ProviderAddress[(Registry.Length + 1)..];

    /// <summary>The host name in the source address.</summary>
    public string Registry => ProviderAddress[..ProviderAddress.IndexOf('/', StringComparison.Ordinal)];
}
