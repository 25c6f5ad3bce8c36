using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Capabilities;

/// <summary>
/// The parts of the API that differ between versions. They are learned from the server's answers, not from its version number, and kept
/// for the life of the client. The few differences that no answer shows are in this folder, too, and go by the version.
/// </summary>
internal sealed class ApiCapabilities
{
    private const string Modern = "roleId";
    private const string Former = "roleName";

    private volatile string _roleKey = Modern;

    /// <summary><c>roles.removeUserFromRole</c>: since 3.17.</summary>
    public OptionalEndpoint RemoveUserFromRole { get; } = new();

    /// <summary><c>POST settings</c>, many settings in one call: since 8.6.</summary>
    public OptionalEndpoint BulkSettings { get; } = new();

    /// <summary><c>includeDefaults</c> of <c>GET settings</c>: since 7.5.</summary>
    public OptionalParameter SettingDefaults { get; } = new();

    /// <summary><c>query</c> of <c>GET settings.public</c>: up to 6.x; ignored by 7.x and 8.x, refused by 9.0.</summary>
    public OptionalParameter PublicSettingsQuery { get; } = new();

    /// <summary><c>cloud.registrationStatus</c>: since 4.6.</summary>
    public OptionalEndpoint RegistrationStatus { get; } = new();

    /// <summary><c>cloud.connectWorkspace</c>: since 8.7.</summary>
    public OptionalEndpoint ConnectWorkspace { get; } = new();

    /// <summary><c>cloud.syncWorkspace</c>: since 6.5.</summary>
    public OptionalEndpoint SyncWorkspace { get; } = new();

    /// <summary><c>push.test</c>: in 7.10, not in 6.5.</summary>
    public OptionalEndpoint PushTest { get; } = new();

    /// <summary>The rooms of a user, with the roles in them.</summary>
    public UserRoomsQuery UserRooms { get; } = new();

    /// <summary>
    /// The parameter that names a role: <c>roleId</c> since 4.6 (the only one from 8.0 on), <c>roleName</c> before. Both sides
    /// refuse the other name before they do anything.
    /// </summary>
    public async Task<ApiResponse> WithRoleKeyAsync(Func<string, Task<ApiResponse>> send)
    {
        var key = _roleKey;
        try
        {
            return await send(key).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (RefusesParameters(exception))
        {
            var other = key == Modern ? Former : Modern;
            try
            {
                var answer = await send(other).ConfigureAwait(false);
                _roleKey = other;
                return answer;
            }
            catch (RocketChatException second) when (RefusesParameters(second))
            {
                throw exception;
            }
        }
    }

    internal static bool RefusesParameters(RocketChatException exception) =>
        exception is { Kind: RocketChatErrorKind.Rejected, Code: { } code }
        && (code is "invalid-params" or "error-invalid-params" or "error-invalid-role-properties"
            || code.StartsWith("Match error", StringComparison.Ordinal));
}
