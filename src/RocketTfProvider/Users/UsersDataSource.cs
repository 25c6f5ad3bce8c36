using System.Collections.Immutable;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Users;

/// <summary>The data source <c>rocketchat_users</c>.</summary>
internal sealed class UsersDataSource(Workspace workspace) : DataSource<UsersModel>
{
    public override string TypeName => "rocketchat_users";

    public override Schema Schema => UsersSchema.Instance;

    protected override async Task<UsersModel> ReadAsync(UsersModel config, CallContext context, CancellationToken cancellationToken)
    {
        var candidates = config.Usernames.IsNull && config.Emails.IsNull
            ? await workspace.Client.Users.ListAsync(cancellationToken)
            : await NamedAsync(config, cancellationToken);
        var users = candidates.Where(user => Fits(user, config))
            .DistinctBy(user => user.Id)
            .OrderBy(user => user.Id, StringComparer.Ordinal)
            .Select(UserFacts.Of)
            .ToArray();
        return config with { Ids = users.Select(user => user.Id.Value).ToImmutableArray(), Users = ModelList.Of(users) };
    }

    private static bool Fits(User user, UsersModel wanted) =>
        (!wanted.Active.TryGet(out var active) || (user.Active ?? throw NotShown("active", user)) == active)
        && (!wanted.Type.TryGet(out var type) || (user.Type ?? throw NotShown("type", user)) == type)
        && (!wanted.Role.TryGet(out var role) || (user.Roles ?? throw NotShown("role", user)).Contains(role));

    // A filter cannot decide about a user whose attribute the server does not show.
    private static DiagnosticException NotShown(string attribute, User user) => new(
        "Permission denied",
        $"The filter `{attribute}` needs details of {user.Username.Quoted()} that the server does not show to this account. "
        + "Give the account the permission `view-full-other-user-info`, or remove the filter.",
        AttributePath.To(attribute));

    private async Task<IReadOnlyList<User>> NamedAsync(UsersModel config, CancellationToken cancellationToken)
    {
        var users = workspace.Client.Users;
        var found = new List<User>();
        var (noNames, noEmails) = (new List<string>(), new List<string>());
        foreach (var name in config.Usernames.Or([]))
        {
            Note(await users.FindByNameAsync(name, cancellationToken), name, noNames);
        }

        foreach (var email in config.Emails.Or([]))
        {
            Note(await users.FindByEmailAsync(email, cancellationToken), email, noEmails);
        }

        var unknown = string.Join(", ", noNames.Concat(noEmails).Select(missing => missing.Quoted()));
        return unknown.Length == 0
            ? found
            : throw new DiagnosticException(
                "User not found",
                $"The server does not know {unknown}. Write a username without `@`; it is case-sensitive, and not the display name.",
                AttributePath.To(noNames.Count > 0 ? "usernames" : "emails"));

        void Note(User? user, string wanted, List<string> missing)
        {
            if (user is null)
            {
                missing.Add(wanted);
            }
            else
            {
                found.Add(user);
            }
        }
    }
}
