namespace RocketChat.Client.Rooms;

/// <summary>The kinds of rooms (<c>t</c> on the wire). Team main rooms and discussions are channels or private rooms as well.</summary>
public enum RoomKind
{
    /// <summary>A type that this library does not know.</summary>
    Unknown,

    /// <summary>A public channel (<c>c</c>).</summary>
    Channel,

    /// <summary>A private room, "group" in the API (<c>p</c>).</summary>
    Private,

    /// <summary>A direct message (<c>d</c>); nobody owns it.</summary>
    Direct,

    /// <summary>A live-chat conversation (<c>l</c>); nobody owns it.</summary>
    LiveChat,

    /// <summary>An omnichannel voice call (<c>v</c>); nobody owns it.</summary>
    Voip,
}
