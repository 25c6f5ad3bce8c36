namespace RocketChat.Client.Capabilities;

/// <summary>
/// The methods <c>addRoomOwner</c> and <c>removeRoomOwner</c>, which reach rooms that no endpoint reaches. 8.x
/// marks them for removal in 9.0.
/// A plan cannot find out by asking, since asking would change the owners; hence the version.
/// </summary>
internal static class OwnerMethods
{
    public static bool Exist(ServerVersion version) => !version.IsAtLeast(9, 0);
}
