using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>A resource, called as a CLI calls it: each plan and each apply is a run of its own, and a plan begins with a refresh.</summary>
internal sealed class ResourceLifecycle(ProviderSession session, string type, Schema schema)
{
    public ProviderSession Session => session;

    public Schema Schema => schema;

    /// <summary>A configuration that names these attributes, such as <c>apns.key</c>, and nothing else.</summary>
    public TfValue Config(params IEnumerable<(string Path, TfValue Value)> attributes) => Config(schema, attributes);

    /// <summary>The same for the resource with this schema.</summary>
    public static TfValue Config(Schema schema, IEnumerable<(string Path, TfValue Value)> attributes) =>
        attributes.Aggregate(Nothing(schema.Attributes), (config, a) => With(schema.Attributes, config, a.Path.Split('.'), a.Value));

    public async Task<Outcome> RefreshAsync(Outcome state)
    {
        await session.NextRunAsync();
        return await session.RefreshAsync(type, schema, state);
    }

    /// <summary>Refreshes and plans; a destroy when <paramref name="config"/> is null.</summary>
    public async Task<LifecyclePlan> PlanAsync(Outcome? state, TfValue? config)
    {
        await session.NextRunAsync();
        var refreshed = state is null ? null : await session.RefreshAsync(type, schema, state);
        return new(refreshed, config, await session.PlanAsync(type, schema, refreshed, config));
    }

    /// <summary>Plans without a refresh, as with <c>-refresh=false</c>.</summary>
    public async Task<LifecyclePlan> PlanUnreadAsync(Outcome state, TfValue config)
    {
        await session.NextRunAsync();
        return new(state, config, await session.PlanAsync(type, schema, state, config));
    }

    public async Task<Outcome> ApplyAsync(LifecyclePlan plan)
    {
        await session.NextRunAsync();
        return await session.ApplyAsync(type, schema, plan.Refreshed, plan.Config, plan.Planned);
    }

    /// <summary>Plans and applies, and expects no error on the way.</summary>
    public async Task<Outcome> ApplyAsync(Outcome? state, TfValue? config)
    {
        var plan = await PlanAsync(state, config);
        plan.Planned.HasNoError();
        return (await ApplyAsync(plan)).HasNoError();
    }

    /// <summary>
    /// Replaces an object as a CLI does. The plan of a tainted one has no private state; the apply plans the new object without that of the
    /// old one. A CLI that creates first plans the destroy of the old object in the apply, with the private state of the refresh.
    /// </summary>
    /// <returns>The new object, and the answer to the delete of the old one.</returns>
    public async Task<(Outcome Made, Outcome Deleted)> ReplaceAsync(Outcome old, TfValue config, bool createsFirst, bool isTainted = false)
    {
        await session.NextRunAsync();
        var read = (await session.RefreshAsync(type, schema, old)).HasNoError();
        var first = isTainted ? null : (await session.PlanAsync(type, schema, read, config)).HasNoError();
        var planned = await session.PlanAsync(type, schema, first is null ? null : first with { Value = TfValue.Null }, config);
        planned.HasNoError();
        await session.NextRunAsync();
        if (!createsFirst)
        {
            var removed = (await session.ApplyAsync(type, schema, read, null, planned with { Value = TfValue.Null })).HasNoError();
            return ((await session.ApplyAsync(type, schema, null, config, planned)).HasNoError(), removed);
        }

        var made = (await session.ApplyAsync(type, schema, null, config, planned)).HasNoError();
        var deposed = await session.PlanAsync(type, schema, read, null);
        return (made, (await session.ApplyAsync(type, schema, read, null, deposed)).HasNoError());
    }

    /// <summary>Destroys an object that an earlier run has replaced: the apply plans this again.</summary>
    public async Task<Outcome> DestroyLeftOverAsync(Outcome old)
    {
        var read = await RefreshAsync(old);
        await session.PlanAsync(type, schema, read, null);
        await session.NextRunAsync();
        return await session.ApplyAsync(type, schema, read, null, await session.PlanAsync(type, schema, read, null));
    }

    /// <summary>Expects the next plan to find nothing to do.</summary>
    public async Task<LifecyclePlan> HasNothingToDoAsync(Outcome state, TfValue config)
    {
        var plan = await PlanAsync(state, config);
        plan.Refreshed!.HasNoError();
        plan.Planned.HasNoError();
        Assert.True(plan.IsNoOp, $"There is something to do:\n{plan.Changes}\n{plan.Planned.Messages}");
        return plan;
    }

    /// <summary>Imports and reads, as a CLI does in one step.</summary>
    public async Task<Outcome> ImportAsync(string id)
    {
        await session.NextRunAsync();
        var imported = (await session.ImportAsync(type, schema, id)).HasNoError();
        return (await session.RefreshAsync(type, schema, imported)).HasNoError();
    }

    private static TfValue Nothing(IEnumerable<SchemaAttribute> attributes) =>
        TfValue.Object(attributes.Select(a => KeyValuePair.Create(a.Name, TfValue.Null)));

    private static TfValue With(IEnumerable<SchemaAttribute> attributes, TfValue config, ReadOnlySpan<string> path, TfValue value)
    {
        if (path.Length == 1)
        {
            return config.With(path[0], value);
        }

        var name = path[0];
        var nested = attributes.Single(a => a.Name == name).Nested!.Attributes;
        var inner = config.Attributes[name] is { IsPresent: true } present ? present : Nothing(nested);
        return config.With(name, With(nested, inner, path[1..], value));
    }
}
