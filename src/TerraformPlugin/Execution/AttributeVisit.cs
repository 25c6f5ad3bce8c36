using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>An attribute during a walk over a planned object.</summary>
/// <param name="Attribute">Its schema.</param>
/// <param name="Path">Where it is; the set's own path for attributes inside a set.</param>
/// <param name="Prior">The stored value; null when the whole object is being created.</param>
/// <param name="Config">The configured value; null when the configuration lacks the object that holds the attribute.</param>
/// <param name="Planned">The planned value so far.</param>
internal readonly record struct AttributeVisit(
    SchemaAttribute Attribute, AttributePath Path, TfValue? Prior, TfValue? Config, TfValue Planned);
