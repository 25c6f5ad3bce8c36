namespace RocketChat.Emulator.State;

/// <summary>The file that registers the bridge with a homeserver. The server rebuilds it when a setting of the bridge changes.</summary>
internal static class BridgeRegistration
{
    /// <summary>The setting that holds the file.</summary>
    public const string Setting = "Federation_Matrix_registration_file";

    public static string Of(SettingStore settings) => $"""
        id: {settings.String("Federation_Matrix_id")}
        hs_token: {settings.String("Federation_Matrix_hs_token")}
        as_token: {settings.String("Federation_Matrix_as_token")}
        url: {settings.String("Federation_Matrix_bridge_url")}
        sender_localpart: {settings.String("Federation_Matrix_bridge_localpart")}
        namespaces:
          users:
            - exclusive: false
              regex: .*
          rooms:
            - exclusive: false
              regex: .*
          aliases:
            - exclusive: false
              regex: .*

        """;
}
