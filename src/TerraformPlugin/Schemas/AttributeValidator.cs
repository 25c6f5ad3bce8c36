using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace TerraformPlugin.Schemas;

/// <summary>Checks one attribute. Called for known values only: validation of unknown values waits until they are known.</summary>
/// <param name="value">The value, neither null nor unknown; inside a collection there may be unknowns.</param>
/// <param name="path">Where the attribute is.</param>
/// <param name="diagnostics">Receives every fault found, not only the first.</param>
public delegate void AttributeValidator(TfValue value, AttributePath path, DiagnosticList diagnostics);
