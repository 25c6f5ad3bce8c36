using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>Makes a user an owner, and a member before that where the configuration wants it.</summary>
/// <param name="Client">The workspace.</param>
/// <param name="Invites">Whether a user who is not a member is invited.</param>
/// <param name="Path">The attribute that names the user or the room.</param>
internal sealed record OwnerInvitation(RocketChatClient Client, bool Invites, AttributePath Path)
{
    /// <summary>
    /// Whether a read of this run has shown that the user does not own the room: then the owners are not read again before the change.
    /// </summary>
    public bool IsNew { get; init; }

    /// <exception cref="DiagnosticException">The user is not a member, and is not to be invited.</exception>
    public async Task<OwnerChange> AddAsync(Room room, User user, CancellationToken cancellationToken)
    {
        try
        {
            return await MakeOwnerAsync(room, user, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.NotAMember)
        {
            if (!Invites)
            {
                throw new DiagnosticException(OwnershipDiagnostics.NotAMember(room, user, Path), failure);
            }

            await Client.RoomMembers.InviteAsync(room, user, cancellationToken);
            return await MakeOwnerAsync(room, user, cancellationToken);
        }
    }

    private Task<OwnerChange> MakeOwnerAsync(Room room, User user, CancellationToken cancellationToken) => IsNew
        ? Client.RoomOwners.AddUnreadAsync(room, user, cancellationToken)
        : Client.RoomOwners.AddAsync(room, user, cancellationToken);
}
