namespace TerraformPlugin;

/// <summary>What can be done to an object; the lower-case names are the attributes of <c>timeouts</c>.</summary>
internal enum ResourceOperation
{
    Create,
    Read,
    Update,
    Delete,
}
