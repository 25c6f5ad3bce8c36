namespace RocketChat.Emulator.State;

/// <summary>The user accounts and their tokens.</summary>
internal sealed class UserStore(TimeProvider time)
{
    private readonly List<User> _users = [];
    private readonly Dictionary<string, User> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, User> _byName = new(StringComparer.Ordinal);

    public IReadOnlyList<User> All => _users;

    public User? ById(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public User? ByName(string? username) => username is null ? null : _byName.GetValueOrDefault(username);

    /// <summary>The user with this id or this exact username.</summary>
    /// <exception cref="ArgumentException">No such user.</exception>
    public User Require(string idOrUsername) =>
        ById(idOrUsername) ?? ByName(idOrUsername)
            ?? throw new ArgumentException($"there is no user '{idOrUsername}'", nameof(idOrUsername));

    /// <exception cref="ArgumentException">The id or the username is taken.</exception>
    public void Insert(User user)
    {
        if (ById(user.Id) is not null || ByName(user.Username) is not null)
        {
            throw new ArgumentException($"the user '{user.Username}' or its id is there already", nameof(user));
        }

        _users.Add(user);
        _byId.Add(user.Id, user);
        _byName.Add(user.Username, user);
    }

    public void Remove(User user)
    {
        _users.Remove(user);
        _byId.Remove(user.Id);
        _byName.Remove(user.Username);
    }

    public void Clear()
    {
        _users.Clear();
        _byId.Clear();
        _byName.Clear();
    }

    /// <summary>Gives a user another username; the id and all memberships stay.</summary>
    /// <exception cref="ArgumentException">The username is taken.</exception>
    public void Rename(User user, string username)
    {
        if (ByName(username) is { } other && other != user)
        {
            throw new ArgumentException($"there is a user '{username}' already", nameof(username));
        }

        _byName.Remove(user.Username);
        _byName.Add(username, user);
        user.Username = username;
        user.UpdatedAt = time.GetUtcNow();
    }

    /// <summary>Deactivates a user and deletes all tokens, or activates again. Memberships and ownership stay.</summary>
    public void SetActive(User user, bool active)
    {
        user.Active = active;
        user.UpdatedAt = time.GetUtcNow();
        if (!active)
        {
            user.Tokens.Clear();
        }
    }

    /// <returns>The token; no later call shows it.</returns>
    public string AddPersonalAccessToken(User user, string name, bool bypassTwoFactor)
    {
        var token = new LoginToken
        {
            Value = MeteorId.NewToken(),
            Name = name,
            BypassTwoFactor = bypassTwoFactor,
            CreatedAt = time.GetUtcNow(),
        };
        user.Tokens.Add(token);
        return token.Value;
    }

    /// <summary>Ends all sessions. Personal access tokens stay.</summary>
    public static void EndSessions(User user) => user.Tokens.RemoveAll(token => token.Name is null);
}
