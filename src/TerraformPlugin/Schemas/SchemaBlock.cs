using System.Collections.Immutable;
using TerraformPlugin.Values;

namespace TerraformPlugin.Schemas;

/// <summary>A block inside a schema, written <c>name { … }</c>. New schemas prefer nested attributes.</summary>
public sealed class SchemaBlock
{
    private TfType? _type;

    /// <summary>A block of this name, occurring as <paramref name="nesting"/> says.</summary>
    public SchemaBlock(string name, NestingMode nesting)
    {
        Name = name;
        Nesting = nesting;
    }

    /// <summary>The name in HCL.</summary>
    public string Name { get; }

    /// <summary>How often it occurs.</summary>
    public NestingMode Nesting { get; }

    /// <summary>The meaning in Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>Its attributes.</summary>
    public ImmutableArray<SchemaAttribute> Attributes { get; init; } = [];

    /// <summary>Its own blocks.</summary>
    public ImmutableArray<SchemaBlock> Blocks { get; init; } = [];

    /// <summary>At least so many; zero for no limit.</summary>
    public int MinItems { get; init; }

    /// <summary>At most so many; zero for no limit.</summary>
    public int MaxItems { get; init; }

    /// <summary>The replacement to use, when the block is deprecated.</summary>
    public string? DeprecationMessage { get; init; }

    /// <summary>The type of its value: an absent single block is null, other absent blocks are empty collections.</summary>
    public TfType Type => _type ??= Nesting.Wrap(SchemaTypes.ObjectOf(Attributes, Blocks));
}
