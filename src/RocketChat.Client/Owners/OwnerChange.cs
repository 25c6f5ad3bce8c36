namespace RocketChat.Client;

/// <summary>What adding or removing an owner came to.</summary>
public enum OwnerChange
{
    /// <summary>The server changed, and a read afterwards shows it.</summary>
    Made,

    /// <summary>Nothing was sent or needed: the server already was as asked.</summary>
    AlreadySo,
}
