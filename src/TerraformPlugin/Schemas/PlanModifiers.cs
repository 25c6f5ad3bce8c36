namespace TerraformPlugin.Schemas;

/// <summary>The plan modifiers that most schemas need.</summary>
public static class PlanModifiers
{
    /// <summary>A computed value that never changes once it is known keeps its stored value instead of "known after apply".</summary>
    public static PlanModifier UseStateForUnknown { get; } = context =>
    {
        if (context.Planned.IsUnknown && context.Config.IsNull && context.Prior is { IsNull: false } prior)
        {
            context.Planned = prior;
        }
    };

    /// <summary>The object cannot be changed in place: a new value makes a new object.</summary>
    public static PlanModifier RequiresReplace { get; } = RequiresReplaceIf(_ => true);

    /// <summary>As <see cref="RequiresReplace"/>, when <paramref name="condition"/> says so.</summary>
    public static PlanModifier RequiresReplaceIf(Func<PlanModifierContext, bool> condition) => context =>
    {
        if (context.Prior is { } prior && !prior.Equals(context.Planned) && condition(context))
        {
            context.RequiresReplace = true;
        }
    };
}
