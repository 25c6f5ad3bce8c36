using Microsoft.Extensions.Logging;

namespace TerraformPlugin.Hosting.Logging;

/// <summary>Finds the level from which on to log, in the variables by which users of Terraform and OpenTofu ask for logs.</summary>
internal static class LogThreshold
{
    /// <summary>The level; <see cref="LogLevel.None"/> when no variable asks for logs.</summary>
    /// <param name="providerName">The provider's type name, for TF_LOG_PROVIDER_….</param>
    /// <param name="variable">Answers an environment variable, or null.</param>
    public static LogLevel Read(string providerName, Func<string, string?> variable)
    {
        var own = $"TF_LOG_PROVIDER_{providerName.ToUpperInvariant().Replace('-', '_')}";
        return Parse(FirstSet(variable, own, "TF_LOG_PROVIDER", "TF_LOG"));
    }

    private static string? FirstSet(Func<string, string?> variable, params IEnumerable<string> names) =>
        names.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    // JSON asks for the form of the CLI's log, at its finest; so does, with the CLIs, a word that is no level.
    private static LogLevel Parse(string? value) => value?.ToUpperInvariant() switch
    {
        null or "OFF" => LogLevel.None,
        "ERROR" => LogLevel.Error,
        "WARN" => LogLevel.Warning,
        "INFO" => LogLevel.Information,
        "DEBUG" => LogLevel.Debug,
        _ => LogLevel.Trace,
    };
}
