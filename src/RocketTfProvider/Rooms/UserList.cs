using RocketChat.Client;
using RocketTfProvider.Connection;

namespace RocketTfProvider.Rooms;

/// <summary>Comparisons of users by id, and lists of their names.</summary>
internal static class UserList
{
    /// <summary>Whether the account may change owners everywhere; false where its roles are not known.</summary>
    public static bool IsAdministrator(this User user) => user.Roles?.Contains("admin") == true;

    public static bool AreSame(IEnumerable<string> some, IEnumerable<string> others) =>
        some.ToHashSet(StringComparer.Ordinal).SetEquals(others);

    public static string Quoted(this User user) => user.Username.Quoted();

    public static string Quoted(this Room room) => room.Name.Quoted();

    /// <summary>The name of a room in a list: the title of a discussion, whose name is random.</summary>
    public static string Shown(this Room room) => (room.IsDiscussion ? room.DisplayName : room.Name).Shown();

    /// <summary>The usernames in a sentence: <c>`alice`, `bob`</c>.</summary>
    public static string Named(this IEnumerable<User> users) => Named(users.Select(user => user.Username));

    public static string Named(this IEnumerable<string> names)
    {
        var list = string.Join(", ", names.Order(StringComparer.Ordinal).Select(name => name.Quoted()));
        return list.Length > 0 ? list : "nobody";
    }
}
