using RocketChat.Client;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;

namespace RocketTfProvider.Users;

/// <summary>Finds users, or throws the error that names the reason.</summary>
internal static class UserLookup
{
    private static readonly AttributePath IdPath = AttributePath.To("user_id");
    private static readonly AttributePath NamePath = AttributePath.To("username");

    /// <summary>
    /// The user with this id, with this name, or with both; null while that is not known. After an id, <c>IsOwnerAsync</c> costs no call.
    /// </summary>
    /// <exception cref="DiagnosticException">There is no such user, or the id and the name mean different users.</exception>
    public static async Task<User?> FindChosenUserAsync(
        this RocketChatClient client, Tf<string> id, Tf<string> name, CancellationToken cancellationToken)
    {
        if (id.IsNull)
        {
            return name.TryGet(out var username)
                ? await client.Users.FindByNameAsync(username, cancellationToken) ?? throw UserErrors.NotFound(username, NamePath)
                : null;
        }

        if (!id.TryGet(out var userId))
        {
            return null;
        }

        var user = await client.Users.FindByIdWithRoomsAsync(userId, cancellationToken) ?? throw UserErrors.NotFound(userId, IdPath);
        return !name.IsPresent || name.Value == user.Username ? user : throw UserErrors.OtherName(user.Id, user.Username, name.Value);
    }
}
