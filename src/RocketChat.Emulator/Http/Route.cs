namespace RocketChat.Emulator.Http;

/// <summary>An endpoint: what it is called, who may call it, and what answers.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The path; a last segment that begins with a colon stands for anything.</param>
/// <param name="Handle">The handler that answers.</param>
internal sealed record Route(string Method, string Path, Handler Handle)
{
    public bool NeedsLogin { get; init; } = true;

    /// <summary>The permission without which the router answers 403.</summary>
    public string? Permission { get; init; }

    /// <summary>The permission that the router asks for only in versions whose router checks permissions at all.</summary>
    public string? LaterPermission { get; init; }

    public RequestSchema? Schema { get; init; }

    public bool NeedsTwoFactor { get; init; }

    public bool TwoFactorIsRemembered { get; init; } = true;

    public bool IsRateLimited { get; init; } = true;

    /// <summary>The limit when it is not the workspace's setting.</summary>
    public int? CallsPerWindow { get; init; }

    /// <summary>The length of the window when it is not the workspace's setting.</summary>
    public int? WindowMilliseconds { get; init; }

    public static Route Get(string name, Handler handle) => new("GET", "/api/v1/" + name, handle);

    public static Route Post(string name, Handler handle) => new("POST", "/api/v1/" + name, handle);
}
