using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>Reads state of an older schema version.</summary>
/// <param name="PriorType">The object type that the version had.</param>
/// <param name="Upgrade">Makes a value of today's type out of it.</param>
public sealed record StateUpgrader(TfType PriorType, Func<TfValue, TfValue> Upgrade);
