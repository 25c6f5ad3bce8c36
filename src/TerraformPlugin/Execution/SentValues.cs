using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace TerraformPlugin.Execution;

/// <summary>
/// The properties of a call's values that core guarantees beyond their types. Values of other callers that lack them are refused here, so
/// that the methods of a resource may rely on these properties.
/// </summary>
internal static class SentValues
{
    /// <summary>Requires that a value holds nothing unknown, as states and applied configurations do.</summary>
    /// <param name="value">A state or a configuration.</param>
    /// <param name="what">Its name in a sentence.</param>
    public static TfValue RequireKnown(TfValue value, string what)
    {
        if (value.IsWhollyKnown)
        {
            return value;
        }

        var names = value.Attributes.Where(a => !a.Value.IsWhollyKnown).Select(a => $"`{a.Key}`").Order(StringComparer.Ordinal);
        throw new TfDecodeException($"{what} leaves {string.Join(", ", names)} unknown");
    }

    /// <summary>A stored object is known, and can be found again.</summary>
    public static TfValue RequireState(TfValue state, ResourceBase resource)
    {
        RequireKnown(state, "the stored state");
        if (state.IsPresent && resource.Keys.FirstOrDefault(key => IsEmpty(state.Attributes[key])) is { } missing)
        {
            throw new DiagnosticException(
                "Unreadable state",
                $"The stored state of this `{resource.TypeName}` lacks `{missing}`, without which the object cannot be found. The state "
                + "was not changed. If it was edited by hand, undo that; otherwise remove the object from the state and import it again.");
        }

        return state;
    }

    /// <summary>
    /// Requires that a plan, or the proposal for one, holds the configured values, or stored values where the user lets core ignore
    /// changes.
    /// </summary>
    /// <param name="schema">The resource's schema.</param>
    /// <param name="prior">The stored object, or null.</param>
    /// <param name="config">The configuration.</param>
    /// <param name="planned">The planned object.</param>
    /// <param name="isFinal">False while defaults have not been applied.</param>
    public static void RequireAgreement(Schema schema, TfValue prior, TfValue config, TfValue planned, bool isFinal)
    {
        foreach (var attribute in schema.Attributes)
        {
            var name = attribute.Name;
            var (written, value) = (config.Attributes[name], planned.Attributes[name]);
            var stored = prior.IsPresent ? prior.Attributes[name] : TfValue.Null;
            var isFree = attribute.WriteOnly || (attribute.IsComputed && written.IsNull);
            var isSound = isFree
                ? !isFinal || attribute.Default is null || value.IsPresent
                : Agree(attribute.Nested is not null, written, value) || (!stored.IsNull && value.Equals(stored));
            if (!isSound)
            {
                throw Disagreement(name);
            }
        }

        foreach (var name in schema.Blocks.Select(block => block.Name))
        {
            if (!Agree(isNested: true, config.Attributes[name], planned.Attributes[name]))
            {
                throw Disagreement(name);
            }
        }
    }

    private static TfDecodeException Disagreement(string name) => new($"the plan does not have `{name}` as the configuration has it");

    private static bool IsEmpty(TfValue key) => key.IsNull || (key.Kind == TfValueKind.String && key.String.Length == 0);

    // Computed values inside may differ.
    private static bool Agree(bool isNested, TfValue written, TfValue planned) =>
        isNested && written.IsPresent ? planned.IsPresent : planned.Equals(written);
}
