using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TerraformPlugin.Hosting.Logging;

namespace TerraformPlugin.Tests.Hosting.Logging;

public sealed partial class HclogLoggerProviderTests
{
    [Fact]
    public void Log_InAScope_WritesItsFieldsToo()
    {
        using var output = new MemoryStream();
        using (var factory = Factory(output))
        {
            var logger = factory.CreateLogger("Some.Category");
            using (logger.BeginScope(new Dictionary<string, object?> { ["tf_rpc"] = "ReadResource", ["attempt"] = "scope" }))
            {
                LogAttempt(logger, 3, new InvalidOperationException("broken"));
            }
        }

        using var json = JsonDocument.Parse(output.ToArray());
        var entry = json.RootElement;
        Assert.Equal("attempt 3", entry.GetProperty("@message").GetString());
        Assert.Equal("provider.sample", entry.GetProperty("@module").GetString());
        Assert.Equal("Some.Category", entry.GetProperty("category").GetString());
        Assert.Equal("ReadResource", entry.GetProperty("tf_rpc").GetString());
        Assert.Equal(3, entry.GetProperty("attempt").GetInt32());
        Assert.StartsWith("System.InvalidOperationException: broken", entry.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Log_ExceptionOfAMethod_IsWrittenWithoutItsMessage()
    {
        using var output = new MemoryStream();
        using (var factory = Factory(output))
        {
            LogAttempt(factory.CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler"), 1, new InvalidOperationException("hunter2"));
        }

        using var json = JsonDocument.Parse(output.ToArray());
        Assert.StartsWith("System.InvalidOperationException", json.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", System.Text.Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Log_ReaderGone_IsNoFault()
    {
        using var output = new ClosedPipe();
        using var factory = Factory(output);

        LogAttempt(factory.CreateLogger("Some.Category"), 1, null);

        Assert.True(output.WasWrittenTo);
    }

    private static ILoggerFactory Factory(Stream output) =>
        LoggerFactory.Create(logging => logging.AddProvider(new HclogLoggerProvider("provider.sample", output, new FakeTimeProvider())));

    [LoggerMessage(LogLevel.Warning, "attempt {attempt}")]
    private static partial void LogAttempt(ILogger logger, int attempt, Exception? exception);

    private sealed class ClosedPipe : MemoryStream
    {
        public bool WasWrittenTo { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            WasWrittenTo = true;
            throw new IOException("Broken pipe");
        }
    }
}
