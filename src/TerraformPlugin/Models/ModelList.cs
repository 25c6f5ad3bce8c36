using TerraformPlugin.Values;

namespace TerraformPlugin.Models;

/// <summary>Writes models as list values.</summary>
public static class ModelList
{
    /// <summary>A list value with one object for each model.</summary>
    public static TfValue Of<T>(IEnumerable<T> models)
        where T : IModel<T> => TfValue.List(models.Select(ToValue));

    private static TfValue ToValue<T>(T model)
        where T : IModel<T>
    {
        var writer = new ModelWriter();
        model.Write(writer);
        return writer.ToValue();
    }
}
