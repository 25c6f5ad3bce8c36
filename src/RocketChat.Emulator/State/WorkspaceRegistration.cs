namespace RocketChat.Emulator.State;

/// <summary>The credentials that make a workspace known to the cloud, kept in hidden settings as on real servers.</summary>
internal static class WorkspaceRegistration
{
    private static readonly string[] Credentials =
        ["Cloud_Workspace_Id", "Cloud_Workspace_Name", "Cloud_Workspace_Client_Id", "Cloud_Workspace_Client_Secret"];

    public static bool IsIn(SettingStore settings) => settings.String("Cloud_Workspace_Client_Id").Length > 0;

    /// <summary>Registers as the emulated cloud does.</summary>
    public static void Store(SettingStore settings) =>
        Store(settings, "emulated-workspace", "Emulated", MeteorId.NewId(), MeteorId.NewToken());

    public static void Store(SettingStore settings, string id, string name, string clientId, string clientSecret)
    {
        foreach (var (setting, value) in Credentials.Zip([id, name, clientId, clientSecret]))
        {
            settings.Set(setting, value);
        }

        settings.Set("Register_Server", true);
    }

    public static void Remove(SettingStore settings)
    {
        foreach (var id in Credentials)
        {
            settings.Set(id, "");
        }
    }
}
