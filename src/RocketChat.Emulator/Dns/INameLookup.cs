namespace RocketChat.Emulator.Dns;

/// <summary>Where the workspace looks into DNS.</summary>
internal interface INameLookup
{
    /// <returns>What there is, or why that cannot be said.</returns>
    DnsFinding Find(string name, ushort type);
}
