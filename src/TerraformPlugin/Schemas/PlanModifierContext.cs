using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace TerraformPlugin.Schemas;

/// <summary>The attribute as a plan modifier sees it, and the parts that the modifier may change.</summary>
public sealed class PlanModifierContext
{
    internal PlanModifierContext(AttributePath path, TfValue? prior, TfValue config, TfValue planned)
    {
        Path = path;
        Prior = prior;
        Config = config;
        Planned = planned;
    }

    /// <summary>Where the attribute is.</summary>
    public AttributePath Path { get; }

    /// <summary>The stored value; null when the whole object is being created.</summary>
    public TfValue? Prior { get; }

    /// <summary>The configured value.</summary>
    public TfValue Config { get; }

    /// <summary>The planned value. A value that the user wrote must not be changed to anything but the prior one.</summary>
    public TfValue Planned { get; set; }

    /// <summary>Set to have the object replaced if this attribute's value changes.</summary>
    public bool RequiresReplace { get; set; }
}
