using RocketChat.Emulator.Methods;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    /// <summary>Whether the workspace holds credentials of the cloud.</summary>
    public bool IsRegistered => Locked(() =>
    {
        CatchUp();
        return Registration.IsRegistered(this);
    });

    /// <summary>Registers the workspace, as somebody would by hand, without a token.</summary>
    public void Register() => Locked(() => Registration.Store(this));

    /// <summary>Takes the credentials of the cloud away, as a server does by itself when the cloud no longer knows it.</summary>
    public void Unregister() => Locked(() => Registration.Forget(this));

    /// <summary>Replaces the cloud by another one.</summary>
    public void UseCloud(CloudSeed cloud) => Locked(() => Cloud.Plant(cloud));

    /// <summary>Adds a mobile device to a user.</summary>
    /// <exception cref="ArgumentException">No such user.</exception>
    public void AddDevice(string user, string pushToken) => Locked(() => RequireUser(user).Devices.Add(pushToken));
}
