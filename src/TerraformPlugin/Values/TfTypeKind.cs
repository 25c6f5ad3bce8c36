namespace TerraformPlugin.Values;

/// <summary>The kinds of type that Terraform's type system knows.</summary>
public enum TfTypeKind
{
    /// <summary>Text, UTF-8, in normalization form C on the wire.</summary>
    String,

    /// <summary>A decimal number of any size and precision.</summary>
    Number,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>Any type; a known value carries its own type.</summary>
    Dynamic,

    /// <summary>An ordered sequence of one element type.</summary>
    List,

    /// <summary>An unordered collection of distinct elements of one type.</summary>
    Set,

    /// <summary>Text keys to values of one type.</summary>
    Map,

    /// <summary>Named attributes, each of its own type; all of them always present.</summary>
    Object,

    /// <summary>A fixed-length sequence, each element of its own type.</summary>
    Tuple,
}
