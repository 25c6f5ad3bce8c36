using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace TerraformPlugin.Schemas;

/// <summary>Checks attributes that depend on each other.</summary>
/// <param name="config">The configuration, an object; anything in it may be unknown.</param>
/// <param name="diagnostics">Receives every fault found.</param>
public delegate void ConfigValidator(TfValue config, DiagnosticList diagnostics);
