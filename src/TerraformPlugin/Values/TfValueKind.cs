namespace TerraformPlugin.Values;

/// <summary>The kinds of <see cref="TfValue"/>. Null and unknown are separate kinds, never confused with a known value.</summary>
public enum TfValueKind
{
    /// <summary>Absent, of whatever type.</summary>
    Null,

    /// <summary>Not known before apply, of whatever type.</summary>
    Unknown,

    /// <summary>Text.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>An ordered sequence of one element type.</summary>
    List,

    /// <summary>A collection without order or duplicates.</summary>
    Set,

    /// <summary>A fixed-length sequence of mixed types.</summary>
    Tuple,

    /// <summary>Text keys to values of one type.</summary>
    Map,

    /// <summary>Named attributes.</summary>
    Object,

    /// <summary>A value together with its type, for an attribute whose type is dynamic.</summary>
    Dynamic,
}
