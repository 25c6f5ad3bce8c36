using RocketTfProvider.Configuration;
using RocketTfProvider.Lookup;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.DataSources.User;

/// <summary>The data source <c>rocketchat_user</c>.</summary>
internal sealed class UserDataSource(Workspace workspace) : DataSource<UserModel>
{
    public override string TypeName => "rocketchat_user";

    public override Schema Schema => UserSchema.Instance;

    protected override async Task<UserModel> ReadAsync(UserModel config, CallContext context, CancellationToken cancellationToken)
    {
        var users = workspace.Client.Users;
        var user = config.Id.TryGet(out var id)
            ? await users.FindByIdAsync(id, cancellationToken).ConfigureAwait(false) ?? throw Missing.User(id, AttributePath.To("id"))
            : await users.FindByNameAsync(config.Username.Value, cancellationToken).ConfigureAwait(false) ?? throw Missing.User(config.Username.Value, AttributePath.To("username"));
        return new UserModel
        {
            Id = user.Id,
            Username = user.Username,
            Name = user.Name,
            Active = user.Active is { } active ? active : Tf<bool>.Null,
            Type = user.Type,
        };
    }
}
