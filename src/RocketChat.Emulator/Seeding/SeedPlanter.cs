using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Seeding;

/// <summary>Makes a workspace out of a seed.</summary>
internal static class SeedPlanter
{
    /// <exception cref="SeedException">The seed describes an impossible workspace.</exception>
    public static Workspace Plant(WorkspaceSeed seed, VersionProfile profile, TimeProvider time)
    {
        SeedValidator.Validate(seed);
        var workspace = new Workspace(profile, time);
        workspace.Plant(seed);
        return workspace;
    }
}
