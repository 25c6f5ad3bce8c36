namespace TerraformPlugin.Schemas;

/// <summary>The source of an attribute's value.</summary>
public enum AttributeUse
{
    /// <summary>The user, always.</summary>
    Required,

    /// <summary>The user, or nobody: then it stays null.</summary>
    Optional,

    /// <summary>The provider; a user who sets it gets an error.</summary>
    Computed,

    /// <summary>The user, or else the provider (a default, or what the server says).</summary>
    OptionalComputed,
}
