using RocketTfProvider.Connection;
using RocketTfProvider.Users;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;

namespace RocketTfProvider.Rooms;

/// <summary>The names in the plan of a stored object: whether they mean the stored room and user, and diagnostics about that.</summary>
internal sealed class NamesInPlan(Workspace workspace, DiagnosticList diagnostics)
{
    public async Task<bool> IsSameRoomAsync(
        Tf<string> id, Tf<string> name, string storedId, Tf<string> storedName, KnownNames known, CancellationToken cancellationToken)
    {
        var meaning = await new NameComparison
        {
            ConfiguredId = id,
            ConfiguredName = name,
            StoredId = storedId,
            StoredName = storedName,
            KnownNames = known.All,
        }.RunAsync(async text =>
            workspace.IsKnown ? (await workspace.Client.Rooms.FindByNameAsync(text, cancellationToken))?.Id : null);
        if (meaning == NameMeaning.Renamed)
        {
            diagnostics.Add(OwnershipDiagnostics.RoomRenamed(name.Value, storedName.Or(storedId), storedId));
        }
        else if (workspace.IsKnown && meaning == NameMeaning.Nothing)
        {
            workspace.Report(RoomErrors.NameNotFound(name.Value, RoomLookup.NamePath).Diagnostic, diagnostics);
        }
        else if (workspace.IsKnown && meaning == NameMeaning.Contradictory)
        {
            workspace.Report(
                RoomErrors.OtherName(storedId, storedName.Or(storedId), name.Value).Diagnostic, diagnostics, mayComeLater: false);
        }

        return IsSame(meaning);
    }

    public async Task<bool> IsSameUserAsync(
        RoomOwnerModel config, RoomOwnerModel prior, KnownNames known, CancellationToken cancellationToken)
    {
        var (storedId, storedName) = (prior.UserId.Value, prior.Username.Or(prior.UserId.Value));
        var meaning = await new NameComparison
        {
            ConfiguredId = config.UserId,
            ConfiguredName = config.Username,
            StoredId = storedId,
            StoredName = prior.Username,
            KnownNames = known.All,
        }.RunAsync(async text =>
            workspace.IsKnown ? (await workspace.Client.Users.FindByNameAsync(text, cancellationToken))?.Id : null);
        if (meaning == NameMeaning.Renamed)
        {
            diagnostics.Add(OwnershipDiagnostics.UserRenamed(config.Username.Value, storedName, storedId));
        }
        else if (workspace.IsKnown && meaning == NameMeaning.Nothing)
        {
            workspace.Report(UserErrors.NotFound(config.Username.Value, RoomOwnerResource.UsernamePath).Diagnostic, diagnostics);
        }
        else if (workspace.IsKnown && meaning == NameMeaning.Contradictory)
        {
            workspace.Report(
                UserErrors.OtherName(storedId, storedName, config.Username.Value).Diagnostic, diagnostics, mayComeLater: false);
        }

        return IsSame(meaning);
    }

    private static bool IsSame(NameMeaning meaning) => meaning is NameMeaning.Same or NameMeaning.Renamed or NameMeaning.Contradictory;
}
