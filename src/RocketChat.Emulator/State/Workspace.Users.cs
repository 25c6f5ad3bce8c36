namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    /// <summary>Adds a user.</summary>
    /// <param name="username">The username, not yet taken.</param>
    /// <param name="name">The display name; the username when null.</param>
    /// <param name="roles">Global roles; <c>user</c> when none are given.</param>
    /// <returns>The new user, with a fresh id.</returns>
    public User AddUser(string username, string? name = null, params string[] roles) => Locked(() =>
    {
        var user = new User
        {
            Id = MeteorId.NewId(),
            Username = username,
            Name = name ?? username,
            Roles = roles.Length == 0 ? ["user"] : [.. roles],
            CreatedAt = Now,
            UpdatedAt = Now,
        };
        Insert(user);
        return user;
    });

    /// <summary>Gives a user another username; the id and all memberships stay.</summary>
    public void RenameUser(string idOrUsername, string newUsername) => Change(RequireUser(idOrUsername), user => user.Username = newUsername);

    /// <summary>Deactivates a user, or activates again. Memberships and ownership stay.</summary>
    public void SetActive(string idOrUsername, bool active) => Change(RequireUser(idOrUsername), user =>
    {
        user.Active = active;
        if (!active)
        {
            user.Tokens.RemoveAll(token => token.Name is null);
        }
    });

    /// <summary>Deletes a user together with all memberships.</summary>
    public void DeleteUser(string idOrUsername) => Locked(() =>
    {
        var user = RequireUser(idOrUsername);
        _users.Remove(user);
        _memberships.RemoveAll(membership => membership.UserId == user.Id);
    });

    /// <summary>The global roles of a user, as a copy. <c>owner</c> in here means owner of every room: a mistake of whoever wrote it.</summary>
    public IReadOnlyList<string> GlobalRolesOf(string idOrUsername) => Locked(() => RequireUser(idOrUsername).Roles.ToArray());

    /// <summary>Makes a personal access token for a user.</summary>
    /// <returns>The token; it is shown only here.</returns>
    public string AddPersonalAccessToken(string idOrUsername, string name, bool bypassTwoFactor) => Locked(() =>
    {
        var token = new LoginToken { Value = MeteorId.NewToken(), Name = name, BypassTwoFactor = bypassTwoFactor, CreatedAt = Now };
        RequireUser(idOrUsername).Tokens.Add(token);
        return token.Value;
    });

    /// <summary>Ends all sessions of a user, as an expired login or a restart with another secret would. Personal access tokens stay.</summary>
    public void EndSessions(string idOrUsername) => Locked(() =>
    {
        RequireUser(idOrUsername).Tokens.RemoveAll(token => token.Name is null);
    });

    internal void Insert(User user)
    {
        if (UserById(user.Id) is not null || UserByName(user.Username) is not null)
        {
            throw new ArgumentException($"the user '{user.Username}' or its id is there already", nameof(user));
        }

        _users.Add(user);
    }

    private void Change(User user, Action<User> change) => Locked(() =>
    {
        change(user);
        user.UpdatedAt = Now;
    });
}
