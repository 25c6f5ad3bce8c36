using RocketChat.Federation.Names;

namespace RocketChat.Federation.Records;

/// <summary>The SRV record that points to the server.</summary>
/// <param name="Domain">The federation domain.</param>
/// <param name="Service">The first label, such as <c>_rocketchat</c>.</param>
/// <param name="Protocol">The second label, such as <c>_https</c>.</param>
/// <param name="Target">The host of the server.</param>
/// <param name="Port">The port there.</param>
public sealed record NeededSrv(DomainName Domain, string Service, string Protocol, DomainName Target, int Port)
    : NeededRecord("srv", Domain.Child($"{Service}.{Protocol}"))
{
    /// <summary>The lowest comes first. Rocket.Chat ignores both it and <see cref="Weight"/>.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>The share among records of one priority.</summary>
    public int Weight { get; init; } = 1;

    /// <inheritdoc/>
    public override string Type => "SRV";

    /// <inheritdoc/>
    public override string Value => $"{Priority} {Weight} {Port} {Target.Absolute}";

    /// <summary>The value without the trailing dot of the target, which some DNS hosts reject.</summary>
    public string ValueWithoutDot => $"{Priority} {Weight} {Port} {Target}";

    /// <inheritdoc/>
    public override string Route53Value => ValueWithoutDot;
}
