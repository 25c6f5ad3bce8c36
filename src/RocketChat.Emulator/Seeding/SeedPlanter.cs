using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Seeding;

/// <summary>Makes a workspace out of a seed.</summary>
internal static class SeedPlanter
{
    /// <exception cref="SeedException">The seed describes an impossible workspace.</exception>
    public static Workspace Plant(WorkspaceSeed seed, TimeProvider time)
    {
        SeedValidator.Validate(seed);
        var workspace = new Workspace(time);
        workspace.Plant(seed);
        return workspace;
    }
}
