using System.Text.Json;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Commands.Permissions;

/// <summary>A plan or a state as <c>show -json</c> writes it: the types of objects in it, and whether it invites users.</summary>
/// <param name="Resources">The types of resources.</param>
/// <param name="DataSources">The types of data sources.</param>
/// <param name="Invites">Whether an object invites users.</param>
internal sealed record PlanFile(IReadOnlySet<string> Resources, IReadOnlySet<string> DataSources, bool Invites)
{
    private const string Prefix = "rocketchat_";
    private const string Invitation = "invite_members";

    /// <exception cref="CommandFailure">The text is not the JSON of a plan.</exception>
    public static async Task<PlanFile> ReadAsync(Stream text, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(text, cancellationToken: cancellationToken);
            var plan = new PlanFile(new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), false);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format_version", out _)
                ? plan with { Invites = plan.Collect(document.RootElement) }
                : throw NotAPlan();
        }
        catch (JsonException)
        {
            throw NotAPlan();
        }
    }

    private static CommandFailure NotAPlan() => new(Diagnostic.Error(
        "Not the JSON of a plan",
        "The input must be the output of `terraform show -json plan.out` or `tofu show -json plan.out`."));

    // The same objects are in several places of a plan, in modules of any depth.
    private bool Collect(JsonElement node)
    {
        var invites = false;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in node.EnumerateArray())
            {
                invites |= Collect(element);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            Note(node);
            foreach (var member in node.EnumerateObject())
            {
                invites |= member.Name == Invitation && member.Value.ValueKind == JsonValueKind.True;
                invites |= Collect(member.Value);
            }
        }

        return invites;
    }

    private void Note(JsonElement node)
    {
        if (node.TryGetProperty("mode", out var mode) && mode.ValueKind == JsonValueKind.String
            && node.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.GetString() is { } name && name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            ((HashSet<string>)(mode.ValueEquals("data") ? DataSources : Resources)).Add(name);
        }
    }
}
