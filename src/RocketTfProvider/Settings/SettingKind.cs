namespace RocketTfProvider.Settings;

/// <summary>The JSON type that a setting has.</summary>
internal enum SettingKind
{
    /// <summary>true or false.</summary>
    Truth,

    /// <summary>A text, also for choices, keys and JSON as text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,
}
