using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>
/// How long the operations on one object may take before they are given up. When the schema has the attribute that
/// <see cref="ToAttribute"/> makes, the user can say so per object; the SDK reads it, enforces it and keeps it in the state.
/// </summary>
public sealed record OperationTimeouts
{
    internal const string AttributeName = "timeouts";

    /// <summary>Five minutes for each.</summary>
    public static OperationTimeouts Default { get; } = new();

    /// <summary>The limit of a create.</summary>
    public TimeSpan Create { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The limit of a read, of an import and of a plan.</summary>
    public TimeSpan Read { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The limit of an update.</summary>
    public TimeSpan Update { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The limit of a delete.</summary>
    public TimeSpan Delete { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The attribute <c>timeouts</c>, by which a user overrides these values.</summary>
    public SchemaAttribute ToAttribute() => new(
        AttributeName,
        new NestedAttributes(NestingMode.Single,
        [
            Limit("create", Create), Limit("read", Read), Limit("update", Update), Limit("delete", Delete),
        ]),
        AttributeUse.Optional)
    {
        Description = "Time limits of the operations, as durations such as `30s`, `5m` or `1h30m`.",
    };

    internal TimeSpan For(ResourceOperation operation, TfValue holder)
    {
        var name = operation.ToString().ToLowerInvariant();
        return holder.IsPresent
            && holder.Attributes.TryGetValue(AttributeName, out var timeouts) && timeouts.IsPresent
            && timeouts.Attributes[name] is { IsPresent: true } text && Duration.TryParseLimit(text.String, out var limit)
            ? limit
            : operation switch
            {
                ResourceOperation.Create => Create,
                ResourceOperation.Update => Update,
                ResourceOperation.Delete => Delete,
                _ => Read,
            };
    }

    private static SchemaAttribute Limit(string name, TimeSpan standard) => new(name, TfType.String, AttributeUse.Optional)
    {
        Description = $"Time limit of the {name} operation. Default `{Duration.Format(standard)}`.",
        Validators = [Duration.Validator],
    };
}
