namespace RocketTfProvider.Settings;

/// <summary>The JSON type that a setting has.</summary>
internal enum SettingKind
{
    /// <summary>true or false.</summary>
    Bool,

    /// <summary>A text, also for choices, keys and JSON as text.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Texts in any order, none of them twice, which the server holds as one text with commas.</summary>
    StringSet,
}
