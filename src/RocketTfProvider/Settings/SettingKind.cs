namespace RocketTfProvider.Settings;

/// <summary>The type of a setting's values.</summary>
internal enum SettingKind
{
    /// <summary>A boolean.</summary>
    Bool,

    /// <summary>A string, also for choices, keys and JSON in a string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A set of strings, which the server stores as one string with commas.</summary>
    StringSet,

    /// <summary>A boolean, a number, a string or a list of strings: the type that the setting has.</summary>
    Any,
}
