namespace RocketChat.Federation;

/// <summary>The SRV record that says where the server is.</summary>
/// <param name="Domain">The federation domain.</param>
/// <param name="Service">The first label, such as <c>_rocketchat</c>.</param>
/// <param name="Protocol">The second label, such as <c>_https</c>.</param>
/// <param name="Target">The host that serves.</param>
/// <param name="Port">The port there.</param>
public sealed record NeededSrv(DomainName Domain, string Service, string Protocol, DomainName Target, int Port)
    : NeededRecord("srv", Domain.Child($"{Service}.{Protocol}"))
{
    /// <summary>Lower comes first. Rocket.Chat looks neither at it nor at <see cref="Weight"/>.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>The share among records of one priority.</summary>
    public int Weight { get; init; } = 1;

    /// <inheritdoc/>
    public override string Type => "SRV";

    /// <inheritdoc/>
    public override string Value => $"{Priority} {Weight} {Port} {Target.Absolute}";

    /// <summary>The same without the dot at the end of the target, which some DNS hosts refuse.</summary>
    public string ValueWithoutDot => $"{Priority} {Weight} {Port} {Target}";

    /// <inheritdoc/>
    public override string Route53Value => ValueWithoutDot;
}
