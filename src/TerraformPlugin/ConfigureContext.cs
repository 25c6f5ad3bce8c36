using Microsoft.Extensions.Logging;
using TerraformPlugin.Diagnostics;

namespace TerraformPlugin;

/// <summary>The tools that a provider gets with its configuration.</summary>
/// <param name="CliVersion">The CLI's version. OpenTofu sends its own, so it must not be compared with Terraform's.</param>
/// <param name="Loggers">Makes loggers whose lines reach the CLI's log.</param>
/// <param name="Diagnostics">Receives errors and warnings.</param>
public sealed record ConfigureContext(string CliVersion, ILoggerFactory Loggers, DiagnosticList Diagnostics);
