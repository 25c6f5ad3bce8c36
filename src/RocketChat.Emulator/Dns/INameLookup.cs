namespace RocketChat.Emulator.Dns;

/// <summary>Where the workspace looks into DNS.</summary>
internal interface INameLookup
{
    /// <returns>What there is; null when nobody answers.</returns>
    DnsFinding? Find(string name, ushort type);
}
