using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TerraformPlugin.Hosting.Logging;

/// <summary>Sets up what is logged.</summary>
internal static class PluginLogging
{
    /// <summary>The log that the variables ask for, or none.</summary>
    public static ILoggerFactory Create(string providerName, TimeProvider time, Func<string, string?> variable)
    {
        var threshold = LogThreshold.Read(providerName, variable);
        if (threshold == LogLevel.None)
        {
            return NullLoggerFactory.Instance;
        }

        // The server and the gRPC library log every frame and message, which helps only against a fault of their own.
        var serverThreshold = threshold == LogLevel.Trace ? LogLevel.Debug : LogLevel.Warning;
        return LoggerFactory.Create(logging => logging
            .SetMinimumLevel(threshold)
            .AddFilter("Microsoft", serverThreshold)
            .AddFilter("Grpc", serverThreshold)
            .AddProvider(new HclogLoggerProvider($"provider.{providerName}", Console.OpenStandardError(), time)));
    }
}
