using System.Net;

namespace RocketChat.Federation;

/// <summary>A name server to ask.</summary>
/// <param name="Name">Its name, or its address.</param>
/// <param name="EndPoint">Where it is, as DNS says; a route may lead elsewhere.</param>
/// <param name="IsResolver">Whether it looks up for others, rather than serve a zone.</param>
internal sealed record NameServerAddress(string Name, IPEndPoint EndPoint, bool IsResolver)
{
    public AskedServer ToAsked() => new(Name, EndPoint.ToString(), IsResolver ? "resolver" : "authoritative");

    /// <summary>Name and address, once if they are the same.</summary>
    public override string ToString() => Name == EndPoint.Address.ToString() ? EndPoint.ToString() : $"{Name} ({EndPoint})";
}
