using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>
/// Checks a configuration against its schema: what core leaves to the provider (explicit null for a required attribute,
/// a value for a read-only one, write-only values for an old CLI), and the schema's own validators.
/// </summary>
internal sealed class ConfigCheck(DiagnosticList diagnostics, bool writeOnlyAllowed)
{
    public void Run(Schema schema, TfValue config)
    {
        Object(schema.Attributes, schema.Blocks, config, AttributePath.Root, insideSet: false);
        foreach (var validator in schema.Validators)
        {
            validator(config, diagnostics);
        }
    }

    /// <summary>
    /// Checks what the user has changed. What is as it is stored may be there because of <c>ignore_changes</c>, by which core mixes
    /// stored values into a configuration after it was validated: it may break any rule that concerns more than one plain value.
    /// </summary>
    public void RunChanged(Schema schema, TfValue prior, TfValue config)
    {
        foreach (var attribute in schema.Attributes)
        {
            var value = config.Attributes[attribute.Name];
            var isPlain = attribute.Type.Kind is TfTypeKind.String or TfTypeKind.Number or TfTypeKind.Bool;
            if ((isPlain || value.IsNull) && !value.Equals(prior.Attributes[attribute.Name]))
            {
                Attribute(attribute, value, AttributePath.To(attribute.Name), insideSet: false);
            }
        }
    }

    private void Object(
        IReadOnlyList<SchemaAttribute> attributes, IReadOnlyList<SchemaBlock> blocks, TfValue config, AttributePath path, bool insideSet)
    {
        foreach (var attribute in attributes)
        {
            var here = insideSet ? path : path.Attribute(attribute.Name);
            Attribute(attribute, config.Attributes[attribute.Name], here, insideSet);
        }

        foreach (var block in blocks)
        {
            var here = insideSet ? path : path.Attribute(block.Name);
            Descend(block.Nesting, block.Attributes, block.Blocks, config.Attributes[block.Name], here, insideSet);
        }
    }

    private void Attribute(SchemaAttribute attribute, TfValue value, AttributePath path, bool insideSet)
    {
        switch (attribute.Use)
        {
            case AttributeUse.Required when value.IsNull:
                diagnostics.AddError(
                    "Missing required attribute", $"`{attribute.Name}` must be set, and it is null. Give it a value.", path);
                return;
            case AttributeUse.Computed when !value.IsNull:
                diagnostics.AddError(
                    "Read-only attribute", $"`{attribute.Name}` is set by the provider. Remove it from the configuration.", path);
                return;
        }

        if (attribute.WriteOnly && !value.IsNull && !writeOnlyAllowed)
        {
            diagnostics.AddError(
                "Write-only attribute not supported",
                $"`{attribute.Name}` is write-only, which this CLI does not support. Use the attribute without `_wo`, or Terraform 1.11 or "
                + "OpenTofu 1.11.",
                path);
        }

        if (!value.IsPresent)
        {
            return;
        }

        foreach (var validator in attribute.Validators)
        {
            validator(value, path, diagnostics);
        }

        if (attribute.Nested is { } nested)
        {
            Descend(nested.Nesting, nested.Attributes, [], value, path, insideSet);
        }
    }

    private void Descend(
        NestingMode nesting,
        IReadOnlyList<SchemaAttribute> attributes,
        IReadOnlyList<SchemaBlock> blocks,
        TfValue value,
        AttributePath path,
        bool insideSet)
    {
        if (!value.IsPresent)
        {
            return;
        }

        switch (nesting)
        {
            case NestingMode.Single:
                Object(attributes, blocks, value, path, insideSet);
                break;
            case NestingMode.Map:
                foreach (var (key, element) in value.Attributes)
                {
                    Element(element, insideSet ? path : path.Key(key), insideSet);
                }

                break;
            default:
                var inSet = insideSet || nesting == NestingMode.Set;
                for (var i = 0; i < value.Elements.Count; i++)
                {
                    Element(value.Elements[i], inSet ? path : path.Element(i), inSet);
                }

                break;
        }

        void Element(TfValue element, AttributePath at, bool inSet)
        {
            if (element.IsPresent)
            {
                Object(attributes, blocks, element, at, inSet);
            }
        }
    }
}
