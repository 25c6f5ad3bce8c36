using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.DataSources;

/// <summary>Lists of objects that a data source finds.</summary>
internal static class NestedList
{
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
