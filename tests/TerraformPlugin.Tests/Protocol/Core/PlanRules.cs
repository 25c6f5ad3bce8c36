using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Protocol.Core;

/// <summary>The plans of a create or update that core rejects ("Provider produced invalid plan").</summary>
internal static class PlanRules
{
    public static List<string> Violations(Schema schema, TfValue prior, TfValue config, TfValue planned)
    {
        var found = new List<string>();
        if (planned.IsNull)
        {
            found.Add("planned for absence but config wants existence");
        }
        else
        {
            Object([.. schema.Attributes], [.. schema.Blocks], prior, config, planned, "", found);
        }

        return found;
    }

    private static void Object(
        SchemaAttribute[] attributes, SchemaBlock[] blocks, TfValue prior, TfValue config, TfValue planned, string path, List<string> found)
    {
        foreach (var attribute in attributes)
        {
            var name = attribute.Name;
            Attribute(attribute, Member(prior, name), config.Attributes[name], planned.Attributes[name], $"{path}.{name}", found);
        }

        foreach (var block in blocks)
        {
            var name = block.Name;
            Block(block, Member(prior, name), config.Attributes[name], planned.Attributes[name], $"{path}.{name}", found);
        }
    }

    private static void Attribute(
        SchemaAttribute attribute, TfValue prior, TfValue config, TfValue planned, string path, List<string> found)
    {
        if (attribute.WriteOnly)
        {
            Require(planned.IsNull, $"{path}: planned value for write-only attribute is not null", found);
            return;
        }

        var keepsPrior = planned.Equals(prior) && !prior.IsNull && !config.IsNull;
        if (planned.Equals(config) || keepsPrior || (attribute.IsComputed && config.IsNull))
        {
            return;
        }

        if (config.IsNull)
        {
            found.Add($"{path}: planned value for a non-computed attribute");
        }
        else if (attribute.Nested is not { } nested || config.IsUnknown)
        {
            found.Add($"{path}: planned value does not match config value nor prior value");
        }
        else if (planned.IsUnknown)
        {
            found.Add($"{path}: planned unknown for configured value");
        }
        else if (planned.IsNull)
        {
            found.Add($"{path}: planned null for configured value");
        }
        else
        {
            Nested(nested.Nesting, [.. nested.Attributes], [], prior, config, planned, path, found);
        }
    }

    private static void Block(SchemaBlock block, TfValue prior, TfValue config, TfValue planned, string path, List<string> found)
    {
        if (block.Nesting != NestingMode.Single && planned.IsNull)
        {
            found.Add($"{path}: attribute representing nested blocks must be empty to indicate no blocks, not null");
        }
        else if (planned.IsUnknown && !config.IsUnknown)
        {
            found.Add($"{path}: attribute representing nested blocks must not be unknown itself");
        }
        else if (!planned.IsPresent || !config.IsPresent)
        {
            Require(planned.Equals(config), $"{path}: presence of the block in plan and config disagree", found);
        }
        else
        {
            Nested(block.Nesting, [.. block.Attributes], [.. block.Blocks], prior, config, planned, path, found);
        }
    }

    private static void Nested(
        NestingMode nesting,
        SchemaAttribute[] attributes,
        SchemaBlock[] blocks,
        TfValue prior,
        TfValue config,
        TfValue planned,
        string path,
        List<string> found)
    {
        switch (nesting)
        {
            case NestingMode.Single:
                Object(attributes, blocks, prior, config, planned, path, found);
                break;
            case NestingMode.Map:
                var keys = config.Attributes.Keys.ToHashSet();
                Require(keys.SetEquals(planned.Attributes.Keys), $"{path}: map keys in plan and config disagree", found);
                foreach (var (key, element) in planned.Attributes)
                {
                    var before = prior.IsPresent ? prior.Attributes.GetValueOrDefault(key) : null;
                    Element(before, config.Attributes.GetValueOrDefault(key) ?? TfValue.Null, element, $"{path}[{key}]", found);
                }

                break;
            case NestingMode.List:
                Require(config.Elements.Count == planned.Elements.Count, $"{path}: count in plan disagrees with count in config", found);
                foreach (var (i, element) in planned.Elements.Index().Take(config.Elements.Count))
                {
                    var before = prior.IsPresent ? prior.Elements.ElementAtOrDefault(i) : null;
                    Element(before, config.Elements[i], element, $"{path}[{i}]", found);
                }

                break;
            default:
                // Stricter than core, which only counts: every planned element must be a legal plan of a configured one.
                Require(config.Elements.Count == planned.Elements.Count, $"{path}: count in plan disagrees with count in config", found);
                var strange = planned.Elements.Count(p => !config.Elements.Any(c => IsLegal(c, p)));
                Require(strange == 0, $"{path}: planned set element matches none in config", found);
                break;
        }

        bool IsLegal(TfValue written, TfValue element)
        {
            var faults = new List<string>();
            Element(null, written, element, path, faults);
            return faults.Count == 0;
        }

        void Element(TfValue? before, TfValue written, TfValue element, string at, List<string> faults)
        {
            if (written.IsPresent && element.IsPresent)
            {
                Object(attributes, blocks, before ?? TfValue.Null, written, element, at, faults);
            }
            else
            {
                Require(written.Equals(element), $"{at}: planned element does not match config", faults);
            }
        }
    }

    private static TfValue Member(TfValue value, string name) => value.IsPresent ? value.Attributes[name] : TfValue.Null;

    private static void Require(bool condition, string violation, List<string> found)
    {
        if (!condition)
        {
            found.Add(violation);
        }
    }
}
