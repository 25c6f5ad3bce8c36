using System.Collections.Immutable;
using System.Text;

namespace TerraformPlugin.Diagnostics;

/// <summary>
/// The way from the root of a configuration to one attribute or element. A path never leads into a set:
/// elements of sets have no address, so a diagnostic about one names the set.
/// </summary>
public sealed class AttributePath : IEquatable<AttributePath>
{
    private AttributePath(ImmutableArray<AttributePathStep> steps) => Steps = steps;

    /// <summary>The whole object.</summary>
    public static AttributePath Root { get; } = new([]);

    /// <summary>The steps from the root.</summary>
    public ImmutableArray<AttributePathStep> Steps { get; }

    /// <summary>The path of a top-level attribute.</summary>
    public static AttributePath To(string attribute) => Root.Attribute(attribute);

    /// <summary>This path and then an attribute of the object there.</summary>
    public AttributePath Attribute(string name) => new(Steps.Add(AttributePathStep.Attribute(name)));

    /// <summary>This path and then an element of the list or tuple there, counted from zero.</summary>
    public AttributePath Element(long index) => new(Steps.Add(AttributePathStep.Element(index)));

    /// <summary>This path and then an entry of the map there.</summary>
    public AttributePath Key(string key) => new(Steps.Add(AttributePathStep.ForKey(key)));

    /// <inheritdoc/>
    public bool Equals(AttributePath? other) => other is not null && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttributePath);

    /// <inheritdoc/>
    public override int GetHashCode() => Steps.Aggregate(0, HashCode.Combine);

    /// <summary>The path as HCL writes it: <c>gateway.urls[0]</c>, <c>labels["a"]</c>; empty for the root.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in Steps)
        {
            text.Append(step switch
            {
                { Name: { } name } => text.Length == 0 ? name : "." + name,
                { MapKey: { } key } => $"[\"{key}\"]",
                _ => $"[{step.Index}]",
            });
        }

        return text.ToString();
    }
}
