namespace TerraformPlugin.Schemas;

/// <summary>
/// Corrects the planned value of one attribute, or asks for replacement. Must depend on nothing but its context:
/// core plans again during apply and compares.
/// </summary>
public delegate void PlanModifier(PlanModifierContext context);
