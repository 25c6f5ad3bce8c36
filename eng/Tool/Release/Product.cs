namespace Tool.Release;

/// <summary>A program that is released.</summary>
/// <param name="Name">The name of its file and the beginning of the names of its packages.</param>
/// <param name="Project">The project in <c>src</c>.</param>
/// <param name="IsProvider">Whether a registry takes it, whose rules for file names hold then.</param>
internal sealed record Product(string Name, string Project, bool IsProvider)
{
    public static Product Provider { get; } = new("terraform-provider-rocketchat", "RocketTfProvider", IsProvider: true);

    public static Product Emulator { get; } = new("rocketchat-emulator", "RocketChat.Emulator", IsProvider: false);

    public static IReadOnlyList<Product> All { get; } = [Provider, Emulator];
}
