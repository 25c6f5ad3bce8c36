namespace RocketChat.Emulator.Settings;

/// <summary>Defaults for users who have not set their own preference, with one setting for each preference.</summary>
internal static class DefaultPreferences
{
    public const string Prefix = "Accounts_Default_User_Preferences_";

    public static bool Contain(StoredSetting setting) => setting.Definition.Id.StartsWith(Prefix, StringComparison.Ordinal);
}
