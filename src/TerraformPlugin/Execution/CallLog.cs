using Microsoft.Extensions.Logging;

namespace TerraformPlugin.Execution;

/// <summary>Every log line about calls. Field names as Go's providers have them.</summary>
internal static partial class CallLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Trace, Message = "Call begins: {tf_rpc} {tf_resource_type}")]
    public static partial void Begun(ILogger log, string tf_rpc, string? tf_resource_type);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Debug,
        Message = "Call ended: {tf_rpc} {tf_resource_type} after {tf_req_duration_ms} ms with {diagnostics} diagnostics")]
    public static partial void Ended(ILogger log, string tf_rpc, string? tf_resource_type, long tf_req_duration_ms, int diagnostics);

    // The exception's message is left out on purpose: it may hold a value that is a secret.
    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "Unexpected exception in {tf_rpc}: {exception} {stack}")]
    public static partial void Unexpected(ILogger log, string tf_rpc, string? exception, string? stack);
}
