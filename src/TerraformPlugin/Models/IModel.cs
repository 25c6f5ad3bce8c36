namespace TerraformPlugin.Models;

/// <summary>The attributes of a schema as a C# type. Written by hand, attribute by attribute: no reflection.</summary>
/// <typeparam name="TSelf">The model itself.</typeparam>
public interface IModel<TSelf>
    where TSelf : IModel<TSelf>
{
    /// <summary>Reads the model from a configuration, plan or state.</summary>
    static abstract TSelf Read(ModelReader reader);

    /// <summary>Writes every attribute of the schema but those that the SDK keeps by itself (<c>timeouts</c>).</summary>
    void Write(ModelWriter writer);
}
