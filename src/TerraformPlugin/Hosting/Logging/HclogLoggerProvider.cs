using Microsoft.Extensions.Logging;

namespace TerraformPlugin.Hosting.Logging;

/// <summary>Sends log entries to the CLI, which reads the plugin's stderr.</summary>
/// <param name="module">The name under which the CLI shows all entries.</param>
/// <param name="output">Where the lines go; each in one write.</param>
/// <param name="time">The clock of the entries.</param>
[ProviderAlias("Hclog")]
internal sealed class HclogLoggerProvider(string module, Stream output, TimeProvider time) : ILoggerProvider, ISupportExternalScope
{
    private readonly Lock _writing = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new HclogLogger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private void Write(LogLevel level, string message, IReadOnlyDictionary<string, object?> fields)
    {
        var line = HclogLine.Format(time.GetUtcNow(), level, module, message, fields);
        try
        {
            lock (_writing)
            {
                output.Write(line);
                output.Flush();
            }
        }
        catch (IOException)
        {
            // The CLI is gone; running calls must not fail because of that.
        }
    }

    private sealed class HclogLogger(HclogLoggerProvider provider, string category) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => provider._scopes.Push(state);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var fields = new Dictionary<string, object?> { ["category"] = category };
            provider._scopes.ForEachScope(AddFields, fields);
            AddFields(state, fields);
            if (exception is not null)
            {
                // The gRPC library logs any exception of a method, and the message of such an exception may hold a secret.
                fields["error"] = category.StartsWith("Grpc.", StringComparison.Ordinal)
                    ? $"{exception.GetType()}{Environment.NewLine}{exception.StackTrace}"
                    : exception.ToString();
            }

            provider.Write(logLevel, formatter(state, exception), fields);
        }

        private static void AddFields(object? state, Dictionary<string, object?> fields)
        {
            foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                if (name != "{OriginalFormat}")
                {
                    fields[name] = value;
                }
            }
        }
    }
}
