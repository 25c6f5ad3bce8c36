namespace PluginClient;

/// <summary>Object identifiers of what a TLS key may be used for.</summary>
internal static class KeyPurpose
{
    public const string Server = "1.3.6.1.5.5.7.3.1";
    public const string Client = "1.3.6.1.5.5.7.3.2";
}
