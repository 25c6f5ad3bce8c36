using RocketChat.Client;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>Makes a user an owner, and a member before that where the configuration wants it.</summary>
internal static class OwnerInvitation
{
    /// <exception cref="DiagnosticException">The user is not a member, and is not to be invited.</exception>
    public static async Task<OwnerChange> AddAsync(
        RocketChatClient client, Room room, User user, bool invites, AttributePath path, CancellationToken cancellationToken)
    {
        try
        {
            return await client.RoomOwners.AddAsync(room, user, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.NotAMember)
        {
            if (!invites)
            {
                throw new DiagnosticException(OwnershipDiagnostics.NotAMember(room, user, path), failure);
            }

            await client.RoomMembers.InviteAsync(room, user, cancellationToken);
            return await client.RoomOwners.AddAsync(room, user, cancellationToken);
        }
    }
}
