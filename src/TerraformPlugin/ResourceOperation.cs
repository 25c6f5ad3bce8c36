namespace TerraformPlugin;

/// <summary>The operations on an object; their lower-case names are the attributes of <c>timeouts</c>.</summary>
internal enum ResourceOperation
{
    Create,
    Read,
    Update,
    Delete,
}
