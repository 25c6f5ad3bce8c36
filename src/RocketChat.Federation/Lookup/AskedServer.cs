namespace RocketChat.Federation.Lookup;

/// <summary>A name server that was queried for the records.</summary>
/// <param name="Name">Its name, or its address when it has none.</param>
/// <param name="Address">Address and port.</param>
/// <param name="Role"><c>authoritative</c> or <c>resolver</c>.</param>
public sealed record AskedServer(string Name, string Address, string Role);
