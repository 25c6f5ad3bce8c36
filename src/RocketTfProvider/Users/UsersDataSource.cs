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
        (!wanted.Active.TryGet(out var active) || (user.Active ?? throw NotTold("active", user)) == active)
        && (!wanted.Type.TryGet(out var type) || (user.Type ?? throw NotTold("type", user)) == type)
        && (!wanted.Role.TryGet(out var role) || (user.Roles ?? throw NotTold("role", user)).Contains(role));

    // A user about whom nothing is known is neither in nor out.
    private static DiagnosticException NotTold(string attribute, User user) => new(
        "Permission denied",
        $"The server does not tell this account what the filter `{attribute}` needs to know about `{user.Username}`. "
        + "Give the account the permission `view-full-other-user-info`, or leave the filter out.",
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

        return noNames.Count + noEmails.Count == 0
            ? found
            : throw new DiagnosticException(
                "User not found",
                $"The server does not know {string.Join(", ", noNames.Concat(noEmails).Select(missing => $"`{missing}`"))}. A user name is written without "
                + "`@` and with the capitals that it has; the display name is something else.",
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
