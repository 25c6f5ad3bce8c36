namespace TerraformPlugin.Diagnostics;

/// <summary>A step of an <see cref="AttributePath"/>: an attribute's name, a map's key, or an element's index.</summary>
/// <param name="Name">The attribute's name, or null.</param>
/// <param name="MapKey">The map's key, or null.</param>
/// <param name="Index">The element's index from zero; meaningful when the others are null.</param>
public sealed record AttributePathStep(string? Name, string? MapKey, long Index)
{
    internal static AttributePathStep Attribute(string name) => new(name, null, 0);

    internal static AttributePathStep ForKey(string key) => new(null, key, 0);

    internal static AttributePathStep Element(long index) => new(null, null, index);
}
