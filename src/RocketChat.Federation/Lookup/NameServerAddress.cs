using System.Net;

namespace RocketChat.Federation.Lookup;

/// <summary>A name server to query.</summary>
/// <param name="Name">Its name, or its address.</param>
/// <param name="EndPoint">Its address as DNS gives it; <see cref="DnsCheckOptions.Route"/> may map it to another.</param>
/// <param name="IsResolver">Whether it resolves names for others, rather than serve a zone.</param>
internal sealed record NameServerAddress(string Name, IPEndPoint EndPoint, bool IsResolver)
{
    public AskedServer ToAsked() => new(Name, EndPoint.ToString(), IsResolver ? "resolver" : "authoritative");

    /// <summary>Name and address, once if they are the same.</summary>
    public override string ToString() => Name == EndPoint.Address.ToString() ? EndPoint.ToString() : $"{Name} ({EndPoint})";
}
