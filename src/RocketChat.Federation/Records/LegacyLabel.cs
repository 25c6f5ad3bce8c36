namespace RocketChat.Federation;

/// <summary>The second label of the SRV record's name, in the order in which servers look for them; the first that exists wins.</summary>
public enum LegacyLabel
{
    /// <summary><c>_https</c>: reached over https. Since 2.0.</summary>
    Https,

    /// <summary><c>_http</c>: reached over http. Since 2.0.</summary>
    Http,

    /// <summary><c>_tcp</c>: reached over https. Since 3.4; for DNS hosts that refuse the other two.</summary>
    Tcp,
}
