using System.Text.RegularExpressions;
using PluginClient.Protocol.V6;
using BlockNesting = PluginClient.Protocol.V6.Schema.Types.NestedBlock.Types.NestingMode;
using ObjectNesting = PluginClient.Protocol.V6.Schema.Types.Object.Types.NestingMode;

namespace PluginClient;

/// <summary>
/// The rules that CLIs check when they load a provider's schema. A provider that breaks one of these rules cannot be used at all:
/// "Failed to load plugin schemas … which is a bug in the provider".
/// </summary>
public static partial class SchemaRules
{
    /// <summary>Every breach found, as path and rule; empty for a sound schema.</summary>
    public static IReadOnlyList<string> Violations(GetProviderSchema.Types.Response schemas)
    {
        var found = new List<string>();
        Check("provider", schemas.Provider, found);
        foreach (var (name, schema) in schemas.ResourceSchemas)
        {
            Check(name, schema, found);
        }

        foreach (var (name, schema) in schemas.DataSourceSchemas)
        {
            Check($"data.{name}", schema, found);
        }

        return found;
    }

    private static void Check(string path, Schema? schema, List<string> found)
    {
        if (schema?.Block is null)
        {
            found.Add($"{path}: no block; the CLI crashes");
            return;
        }

        Require(schema.Version >= 0, $"{path}: negative version", found);
        Block(path, schema.Block, insideSet: false, found);
    }

    private static void Block(string path, Schema.Types.Block block, bool insideSet, List<string> found)
    {
        Names(path, block.Attributes.Select(a => a.Name).Concat(block.BlockTypes.Select(b => b.TypeName)), found);
        foreach (var attribute in block.Attributes)
        {
            Attribute($"{path}.{attribute.Name}", attribute, insideSet, found);
        }

        foreach (var nested in block.BlockTypes)
        {
            var here = $"{path}.{nested.TypeName}";
            var (least, most) = (nested.MinItems, nested.MaxItems);
            Require(
                nested.Nesting switch
                {
                    BlockNesting.Single => least == most && least is 0 or 1,
                    BlockNesting.Group or BlockNesting.Map => least == 0 && most == 0,
                    BlockNesting.List or BlockNesting.Set => least >= 0 && (most == 0 || least <= most),
                    _ => false,
                },
                $"{here}: {nested.Nesting} with {least} to {most} items",
                found);
            if (nested.Block is null)
            {
                found.Add($"{here}: no block; the CLI crashes");
            }
            else
            {
                Block(here, nested.Block, insideSet || nested.Nesting == BlockNesting.Set, found);
            }
        }
    }

    private static void Attribute(string path, Schema.Types.Attribute attribute, bool insideSet, List<string> found)
    {
        Require(attribute.Required || attribute.Optional || attribute.Computed, $"{path}: must set Optional, Required or Computed", found);
        Require(!(attribute.Required && (attribute.Optional || attribute.Computed)), $"{path}: required, and optional or computed", found);
        Require(
            attribute.Type.IsEmpty != (attribute.NestedType is null),
            $"{path}: must have a type or nested attributes, and not both",
            found);
        Require(!attribute.WriteOnly || !attribute.Computed, $"{path}: write-only and computed", found);
        Require(!attribute.WriteOnly || !insideSet, $"{path}: write-only inside a set", found);
        if (!attribute.Type.IsEmpty)
        {
            Require(TypeRules.IsType(attribute.Type.Memory, out var dynamic), $"{path}: no type: {attribute.Type.ToStringUtf8()}", found);
            Require(!dynamic || !insideSet, $"{path}: dynamic inside a set", found);
        }

        if (attribute.NestedType is { } nested)
        {
            Require(nested.Nesting is not ObjectNesting.Invalid, $"{path}: no nesting", found);
            Names(path, nested.Attributes.Select(a => a.Name), found);
            foreach (var inner in nested.Attributes)
            {
                Attribute($"{path}.{inner.Name}", inner, insideSet || nested.Nesting == ObjectNesting.Set, found);
            }
        }
    }

    private static void Names(string path, IEnumerable<string> names, List<string> found)
    {
        foreach (var group in names.GroupBy(name => name))
        {
            Require(Name().IsMatch(group.Key), $"{path}: the name \"{group.Key}\"", found);
            Require(group.Count() == 1, $"{path}: \"{group.Key}\" stands twice", found);
        }
    }

    private static void Require(bool condition, string violation, List<string> found)
    {
        if (!condition)
        {
            found.Add(violation);
        }
    }

    [GeneratedRegex(@"\A[a-z_][a-z0-9_]*\z")]
    private static partial Regex Name();
}
