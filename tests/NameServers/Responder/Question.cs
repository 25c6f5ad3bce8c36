namespace NameServers;

/// <summary>A question that a server received.</summary>
/// <param name="Name">The name, lower case.</param>
/// <param name="Type">The type's number.</param>
/// <param name="RecursionDesired">Whether the asker wants the server to look further.</param>
/// <param name="UdpSize">How much the asker takes in a datagram.</param>
/// <param name="IsTcp">Whether it came over TCP.</param>
public sealed record Question(string Name, ushort Type, bool RecursionDesired, int UdpSize, bool IsTcp);
