namespace RocketChat.Client.Settings;

/// <summary>A setting without its value, as the administration panel knows it.</summary>
/// <param name="Id">The id, such as <c>Push_enable</c>.</param>
/// <param name="Group">The id of its group, such as <c>Push</c>; null for a group, and for a setting outside the groups.</param>
/// <param name="IsFromEnvironment">
/// Whether a start of the server took the value from a variable: <c>OVERWRITE_SETTING_Push_enable</c>, or <c>Push_enable</c> for a setting
/// that was new. From the sources of Rocket.Chat: since 4.0, the mark is set where the variable changed the value, and stays when the
/// variable is gone, until an update declares the setting otherwise; 3.x marks what has a variable.
/// </param>
/// <param name="IsBlocked">Whether the server refuses every other value, as for the ids in <c>SETTINGS_BLOCKED</c>.</param>
public sealed record PanelSetting(string Id, string? Group, bool IsFromEnvironment, bool IsBlocked);
