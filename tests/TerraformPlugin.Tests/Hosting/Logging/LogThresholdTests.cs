using Microsoft.Extensions.Logging;
using TerraformPlugin.Hosting.Logging;

namespace TerraformPlugin.Tests.Hosting.Logging;

public sealed class LogThresholdTests
{
    [Theory]
    [InlineData(LogLevel.None)]
    [InlineData(LogLevel.None, "TF_LOG=")]
    [InlineData(LogLevel.None, "TF_LOG=off")]
    [InlineData(LogLevel.Trace, "TF_LOG=TRACE")]
    [InlineData(LogLevel.Trace, "TF_LOG=JSON")]
    [InlineData(LogLevel.Trace, "TF_LOG=chatty")]
    [InlineData(LogLevel.Debug, "TF_LOG=debug")]
    [InlineData(LogLevel.Information, "TF_LOG=INFO")]
    [InlineData(LogLevel.Warning, "TF_LOG=WARN")]
    [InlineData(LogLevel.Error, "TF_LOG=ERROR")]
    [InlineData(LogLevel.Error, "TF_LOG=TRACE", "TF_LOG_PROVIDER=ERROR")]
    [InlineData(LogLevel.None, "TF_LOG=TRACE", "TF_LOG_PROVIDER=off")]
    [InlineData(LogLevel.Debug, "TF_LOG_PROVIDER=ERROR", "TF_LOG_PROVIDER_MY_SAMPLE=debug")]
    [InlineData(LogLevel.None, "TF_LOG_CORE=TRACE", "TF_LOG_PROVIDER_OTHER=TRACE")]
    public void Read_Variables_TheNearestWins(LogLevel level, params string[] variables)
    {
        var environment = variables.Select(variable => variable.Split('=')).ToDictionary(parts => parts[0], parts => parts[1]);

        Assert.Equal(level, LogThreshold.Read("my-sample", environment.GetValueOrDefault));
    }
}
