using RocketTfProvider.Connection;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Users;

/// <summary>The data source <c>rocketchat_user</c>.</summary>
internal sealed class UserDataSource(Workspace workspace) : DataSource<UserModel>
{
    public override string TypeName => "rocketchat_user";

    public override Schema Schema => UserSchema.Instance;

    protected override async Task<UserModel> ReadAsync(UserModel config, CallContext context, CancellationToken cancellationToken)
    {
        var users = workspace.Client.Users;
        var user = config.Facts.Id.TryGet(out var id)
            ? await users.FindByIdAsync(id, cancellationToken) ?? throw UserErrors.NotFound(id, AttributePath.To("id"))
            : config.Email.TryGet(out var email)
                ? await users.FindByEmailAsync(email, cancellationToken) ?? throw UserErrors.EmailNotFound(email, AttributePath.To("email"))
                : await users.FindByNameAsync(config.Facts.Username.Value, cancellationToken)
                    ?? throw UserErrors.NotFound(config.Facts.Username.Value, AttributePath.To("username"));
        return config with { Facts = UserFacts.Of(user) };
    }
}
