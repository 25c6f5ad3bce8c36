using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>A plan with what it was made of.</summary>
internal sealed record LifecyclePlan(Outcome? Refreshed, TfValue? Config, Outcome Planned)
{
    public bool IsNoOp => Refreshed is not null && Planned.Value.Equals(Refreshed.Value);

    /// <summary>The differences between the stored state and the planned one, line by line.</summary>
    public string Changes => string.Join('\n', Differences.Select(d => $"{d.Path}: {Shown(d.Before)} -> {Shown(d.After)}"));

    /// <summary>Where they differ, such as <c>apns.key</c>; without what is known only after any change.</summary>
    public IEnumerable<string> ChangedPaths =>
        Differences.Where(d => d.Path != "restart_required").Select(d => d.Path).Order(StringComparer.Ordinal);

    private IEnumerable<(string Path, TfValue Before, TfValue After)> Differences =>
        Between("", Refreshed?.Value ?? TfValue.Null, Planned.Value);

    private static IEnumerable<(string Path, TfValue Before, TfValue After)> Between(string path, TfValue before, TfValue after) =>
        before.Equals(after) ? []
        : before is { IsPresent: true, Kind: TfValueKind.Object } && after is { IsPresent: true, Kind: TfValueKind.Object }
            ? after.Attributes.SelectMany(a => Between(path.Length == 0 ? a.Key : $"{path}.{a.Key}", before.Attributes[a.Key], a.Value))
        : [(path, before, after)];

    private static string Shown(TfValue value) => value.Kind switch
    {
        TfValueKind.Bool => value.Bool.ToString(),
        TfValueKind.Number => value.Number.ToString(),
        TfValueKind.String => $"\"{value.String}\"",
        TfValueKind.Dynamic => Shown(value.Inner),
        TfValueKind.List or TfValueKind.Set or TfValueKind.Tuple => $"[{string.Join(", ", value.Elements.Select(Shown))}]",
        _ => value.ToString(),
    };
}
