using System.Collections.Immutable;
using TerraformPlugin.Values;

namespace TerraformPlugin.Schemas;

/// <summary>An attribute of a schema: <c>name = value</c> in HCL.</summary>
public sealed class SchemaAttribute
{
    /// <summary>An attribute of a plain type.</summary>
    public SchemaAttribute(string name, TfType type, AttributeUse use)
    {
        Name = name;
        Type = type;
        Use = use;
    }

    /// <summary>An attribute that holds attributes.</summary>
    /// <exception cref="ArgumentException">
    /// The attribute is computed and holds a write-only one: core would make an object with the value of it, which it then refuses (seen
    /// with <c>mock_provider</c>).
    /// </exception>
    public SchemaAttribute(string name, NestedAttributes nested, AttributeUse use)
        : this(name, nested.Type, use)
    {
        Nested = nested;
        if (IsComputed && nested.HoldsWriteOnly)
        {
            throw new ArgumentException($"`{name}` is computed, so it must not hold a write-only attribute.", nameof(nested));
        }
    }

    /// <summary>The name in HCL: lower case, digits, underscores.</summary>
    public string Name { get; }

    /// <summary>The type of its values, nested attributes included.</summary>
    public TfType Type { get; }

    /// <summary>The attributes inside, or null for a plain type.</summary>
    public NestedAttributes? Nested { get; }

    /// <summary>The source of the value: the configuration, the provider, or either.</summary>
    public AttributeUse Use { get; }

    /// <summary>The meaning in Markdown: unit, default, and where the value is found.</summary>
    public required string Description { get; init; }

    /// <summary>True when CLIs must not show its values.</summary>
    public bool Sensitive { get; init; }

    /// <summary>True when the value reaches the provider but is never stored. Only for CLIs that have the feature.</summary>
    public bool WriteOnly { get; init; }

    /// <summary>The replacement to use, when the attribute is deprecated.</summary>
    public string? DeprecationMessage { get; init; }

    /// <summary>The value when the user gives none; needs <see cref="AttributeUse.OptionalComputed"/>.</summary>
    public TfValue? Default { get; init; }

    /// <summary>Checks of a known value.</summary>
    public ImmutableArray<AttributeValidator> Validators { get; init; } = [];

    /// <summary>Corrections of the planned value.</summary>
    public ImmutableArray<PlanModifier> PlanModifiers { get; init; } = [];

    /// <summary>True when the provider may give the value.</summary>
    public bool IsComputed => Use is AttributeUse.Computed or AttributeUse.OptionalComputed;
}
