using System.Collections.Immutable;
using TerraformPlugin.Values;

namespace TerraformPlugin.Schemas;

/// <summary>The attributes and blocks of a provider, resource or data source.</summary>
public sealed class Schema
{
    private TfType? _type;

    /// <summary>The version of the stored state's form; raised with an upgrader whenever old state no longer decodes.</summary>
    public long Version { get; init; }

    /// <summary>The purpose in Markdown; the first sentence stands alone.</summary>
    public required string Description { get; init; }

    /// <summary>Its attributes.</summary>
    public ImmutableArray<SchemaAttribute> Attributes { get; init; } = [];

    /// <summary>Its blocks.</summary>
    public ImmutableArray<SchemaBlock> Blocks { get; init; } = [];

    /// <summary>Checks that need several attributes at once.</summary>
    public ImmutableArray<ConfigValidator> Validators { get; init; } = [];

    /// <summary>The replacement to use, when the object is deprecated.</summary>
    public string? DeprecationMessage { get; init; }

    /// <summary>The object type of configuration, plan and state.</summary>
    public TfType Type => _type ??= SchemaTypes.ObjectOf(Attributes, Blocks);
}
