using RocketTfProvider.Commands.Permissions;
using RocketTfProvider.Connection;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>Checks the permissions that each resource needs.</summary>
internal sealed class PermissionsCheck : IWorkspaceCheck
{
    public string Area => Areas.Permissions;

    public async Task<string> RunAsync(Workspace workspace, DoctorReport report, CancellationToken cancellationToken)
    {
        if (await AccountRights.ReadAsync(workspace.Client, cancellationToken) is not { } rights)
        {
            report.Add(FindingCodes.RightsNotShown, "The server does not show the account its own roles, or the permissions of roles.");
            return "not known";
        }

        var needs = from resource in PermissionTable.Resources
                    from need in resource.Value
                    where !need.IsForInvitations
                    group (resource.Key, need.Step) by need.Permission;
        var missing = needs.Where(need => !rights.Has(need.Key)).OrderBy(need => need.Key, StringComparer.Ordinal).ToList();
        foreach (var need in missing)
        {
            var types = string.Join(", ", need.Select(use => use.Key).Distinct());
            var steps = string.Join("; ", need.Select(use => use.Step).Distinct());
            report.Add(FindingCodes.MissingPermission, $"The account lacks the permission {need.Key} ({steps}). Needed by: {types}.");
        }

        return missing.Count == 0 ? "all that the resources need" : $"{missing.Count} missing";
    }
}
