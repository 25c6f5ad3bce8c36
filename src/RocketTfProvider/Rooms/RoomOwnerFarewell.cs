using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>What the plan of a destroy says: what the room loses, and what the provider's account loses with it.</summary>
internal sealed class RoomOwnerFarewell(RocketChatClient client, OwnershipRun run, RoomOwnerModel prior)
{
    private readonly string _room = prior.RoomName.Or(prior.RoomId.Value);

    public async Task CommentAsync(DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        var owners = await client.RoomOwners.GetAsync(prior.RoomId.Value, cancellationToken);
        if (owners.FirstOrDefault(owner => owner.Id == prior.UserId.Value) is not { } leaving)
        {
            return;
        }

        var self = await run.SelfAsync(client, cancellationToken);
        if (self.Id == leaving.Id && !self.IsAdministrator())
        {
            diagnostics.Add(OwnershipWords.OwnRole(self, _room, null));
        }

        var others = owners.Where(owner => owner.Id != leaving.Id).ToList();
        if (others.Count == 0)
        {
            Comment($"`{leaving.Username}` is the only owner of the room `{_room}`", "without an owner", diagnostics);
        }
        else if (!await client.RoomOwners.AnyActiveAsync(others, cancellationToken)
            && await client.RoomOwners.AnyActiveAsync([leaving], cancellationToken))
        {
            Comment(
                $"`{leaving.Username}` is the only active owner of the room `{_room}` ({others.Named()} cannot act)", "without an active owner", diagnostics);
        }
    }

    private void Comment(string fact, string left, DiagnosticList diagnostics) => diagnostics.Add(prior.AllowOwnerless.Or(false)
        ? Diagnostic.Warning(
            "Room will have no owner",
            $"{fact}. `allow_ownerless` is set, so the room will be left {left}.")
        : Diagnostic.Warning(
            "Last owner of the room",
            $"{fact}, and the destroy will be refused unless the room has another one by then. "
            + "Make somebody else an owner first; or set `on_destroy = \"keep\"` or `allow_ownerless = true` and apply that before the destroy."));
}
