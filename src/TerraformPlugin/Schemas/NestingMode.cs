namespace TerraformPlugin.Schemas;

/// <summary>How often nested attributes or a block occur.</summary>
public enum NestingMode
{
    /// <summary>Once or not at all.</summary>
    Single,

    /// <summary>Any number of times, in order.</summary>
    List,

    /// <summary>Any number of times, without order or duplicates.</summary>
    Set,

    /// <summary>Any number of times, each under a text key.</summary>
    Map,
}
