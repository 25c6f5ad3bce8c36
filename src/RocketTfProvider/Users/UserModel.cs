using TerraformPlugin.Models;

namespace RocketTfProvider.Users;

/// <summary>The attributes of the data source <c>rocketchat_user</c>.</summary>
internal sealed record UserModel : IModel<UserModel>
{
    public Tf<string> Email { get; init; }

    public UserFacts Facts { get; init; } = new();

    public static UserModel Read(ModelReader reader) => new() { Email = reader.String("email"), Facts = UserFacts.Read(reader) };

    public void Write(ModelWriter writer)
    {
        writer.String("email", Email);
        Facts.Write(writer);
    }
}
