using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>
/// Reports at plan the settings that the server would not let the provider's account read or write. Silent where the account cannot see its
/// own rights: the server decides at apply.
/// </summary>
internal sealed class SettingRights
{
    private const string View = "view-privileged-setting";
    private const string EditAll = "edit-privileged-setting";
    private const string EditSelected = "manage-selected-settings";

    private volatile User? _self;

    /// <param name="workspace">The workspace.</param>
    /// <param name="wanted">The settings that the object manages.</param>
    /// <param name="isNew">Whether the plan is of a new object.</param>
    /// <param name="diagnostics">Receives the problem.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async Task ReviewAsync(
        Workspace workspace,
        IReadOnlyCollection<WantedSetting> wanted,
        bool isNew,
        DiagnosticList diagnostics,
        CancellationToken cancellationToken)
    {
        string[] written = [.. wanted.Where(w => w.IsChange).Select(w => w.Id)];
        string[] read = isNew || written.Length > 0 ? [.. wanted.Select(w => w.Id)] : [];
        var refusal = read.Length == 0
            ? null : await workspace.Run.Of<SettingRights>().RefusalAsync(workspace.Client, read, written, cancellationToken);
        if (refusal is not null)
        {
            workspace.Report(refusal, diagnostics, mayComeLater: false, isAsked: isNew);
        }
    }

    private async Task<Diagnostic?> RefusalAsync(
        RocketChatClient client,
        IReadOnlyCollection<string> read,
        IReadOnlyCollection<string> written,
        CancellationToken cancellationToken)
    {
        try
        {
            var self = _self ??= await client.Account.GetAsync(cancellationToken);
            if (self.Roles is not { } roles || roles.Contains("admin"))
            {
                return null;
            }

            var holders = await client.Account.GetPermissionsAsync(cancellationToken);

            // The plan gets public settings from the list, which every account may read; the apply reads each by itself.
            if (Lacks(View))
            {
                return Unreadable(self, read);
            }

            if (!Lacks(EditAll))
            {
                return null;
            }

            string[] closed = [.. written.Where(id => Lacks(EditSelected) || Lacks($"change-setting-{id}"))];
            return closed.Length == 0 ? null : Refusal(self, closed);

            // A permission that the server does not list is not known, and counts as held; those of single settings exist only if granted.
            bool Lacks(string permission) =>
                holders.TryGetValue(permission, out var those) ? !those.Intersect(roles).Any() : permission is not (View or EditAll);
        }
        catch (RocketChatException failure) when (failure.Kind is RocketChatErrorKind.Forbidden or RocketChatErrorKind.Rejected
            or RocketChatErrorKind.UnknownEndpoint)
        {
            return null;
        }
    }

    private static Diagnostic Unreadable(User self, IReadOnlyCollection<string> ids) => Diagnostic.Error(
        "Settings cannot be read".Naming(ids),
        $"The provider's account, {self.Username.Quoted()}, has no role with the permission `{View}`, which the apply needs: it reads "
        + "each setting before and after it writes the setting. Grant the permission to one of its roles, or use the token of an "
        + "administrator.");

    private static Diagnostic Refusal(User self, string[] ids) => Diagnostic.Error(
        "Settings cannot be changed".Naming(ids),
        $"The provider's account, {self.Username.Quoted()}, has no role with the permission `{EditAll}`, and none with `{EditSelected}` "
        + $"and {string.Join(", ", ids.Select(id => $"`change-setting-{id}`"))}. Grant the permission to one of its roles, or use the "
        + "token of an administrator.");
}
