namespace RocketChat.Federation.Records;

/// <summary>The second label of the SRV record's name. Servers look them up in this order; the first that exists wins.</summary>
public enum LegacyLabel
{
    /// <summary><c>_https</c>: reached over https. Since 2.0.</summary>
    Https,

    /// <summary><c>_http</c>: reached over http. Since 2.0.</summary>
    Http,

    /// <summary><c>_tcp</c>: reached over https. Since 3.4; for DNS hosts that reject the other two.</summary>
    Tcp,
}
