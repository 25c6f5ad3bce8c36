namespace RocketChat.Client.Owners;

/// <summary>The result of adding or removing an owner.</summary>
public enum OwnerChange
{
    /// <summary>The change was made, and a read afterwards shows it.</summary>
    Made,

    /// <summary>No change was needed.</summary>
    AlreadySo,
}
