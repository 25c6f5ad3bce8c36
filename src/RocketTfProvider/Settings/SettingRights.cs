using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>
/// Reports at plan the settings that the server would not let the provider's account write. Silent where the account cannot see its own
/// rights: the server decides at apply.
/// </summary>
internal sealed class SettingRights
{
    private const string EditAll = "edit-privileged-setting";
    private const string EditSelected = "manage-selected-settings";

    private volatile User? _self;

    /// <param name="workspace">The workspace.</param>
    /// <param name="changing">The settings that the apply would write.</param>
    /// <param name="isNew">Whether the plan is of a new object; a stored one must not block a plan, and thereby a destroy.</param>
    /// <param name="diagnostics">Receives the problem.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async Task ReviewAsync(
        Workspace workspace,
        IEnumerable<WantedSetting> changing,
        bool isNew,
        DiagnosticList diagnostics,
        CancellationToken cancellationToken)
    {
        string[] ids = [.. changing.Select(w => w.Id)];
        var refusal = ids.Length == 0
            ? null : await workspace.Run.Of<SettingRights>().RefusalAsync(workspace.Client, ids, cancellationToken);
        if (refusal is not null)
        {
            workspace.Report(
                isNew ? refusal : refusal with { Severity = DiagnosticSeverity.Warning }, diagnostics, mayComeLater: false);
        }
    }

    private async Task<Diagnostic?> RefusalAsync(
        RocketChatClient client, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            var self = _self ??= await client.Account.GetAsync(cancellationToken);
            if (self.Roles is not { } roles || roles.Contains("admin"))
            {
                return null;
            }

            var holders = await client.Account.GetPermissionsAsync(cancellationToken);
            if (!Lacks(EditAll))
            {
                return null;
            }

            string[] closed = [.. ids.Where(id => Lacks(EditSelected) || Lacks($"change-setting-{id}"))];
            return closed.Length == 0 ? null : Refusal(self, closed);

            // A permission that the server does not list is not known, and counts as held; those of single settings exist only if granted.
            bool Lacks(string permission) =>
                holders.TryGetValue(permission, out var those) ? !those.Intersect(roles).Any() : permission != EditAll;
        }
        catch (RocketChatException failure) when (failure.Kind is RocketChatErrorKind.Forbidden or RocketChatErrorKind.Rejected
            or RocketChatErrorKind.UnknownEndpoint)
        {
            return null;
        }
    }

    private static Diagnostic Refusal(User self, string[] ids) => Diagnostic.Error(
        "Settings cannot be changed".Naming(ids),
        $"The provider's account, {self.Username.Quoted()}, has no role with the permission `{EditAll}`, and none with `{EditSelected}` "
        + $"and {string.Join(", ", ids.Select(id => $"`change-setting-{id}`"))}. Grant the permission to one of its roles, or use the "
        + "token of an administrator.");
}
