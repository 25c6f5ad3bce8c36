namespace RocketChat.Emulator.State;

/// <summary>The cloud as the workspace finds it.</summary>
public sealed class Cloud
{
    /// <summary>Whether the cloud answers at all.</summary>
    public bool IsReachable { get; set; } = true;

    /// <summary>The registration tokens that the cloud accepts; null when it accepts any.</summary>
    public IReadOnlyCollection<string>? AcceptedTokens { get; set; }

    internal bool Accepts(string token) => IsReachable && AcceptedTokens?.Contains(token) != false;
}
