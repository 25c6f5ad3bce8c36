using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Settings;

/// <summary>The attributes of a resource that is made of settings: the object as it is, since a table says what is in it.</summary>
/// <param name="Value">A known object.</param>
internal sealed record SettingsModel(TfValue Value) : IModel<SettingsModel>
{
    public static SettingsModel Read(ModelReader reader) => new(reader.Value());

    public void Write(ModelWriter writer) => writer.Value(Value);

    /// <summary>The value at a path such as <c>apns.sandbox.key</c>: null below what is null, unknown below what is unknown.</summary>
    public TfValue At(string path)
    {
        var value = Value;
        foreach (var name in path.Split('.'))
        {
            if (!value.IsPresent)
            {
                return value;
            }

            value = value.Attributes[name];
        }

        return value;
    }

    /// <summary>This model with the value at a path set; objects that are null or unknown on the way there are left as they are.</summary>
    public SettingsModel With(string path, TfValue value) => new(With(Value, path.Split('.'), value));

    private static TfValue With(TfValue target, ReadOnlySpan<string> path, TfValue value) => path.IsEmpty
        ? value
        : target.IsPresent ? target.With(path[0], With(target.Attributes[path[0]], path[1..], value)) : target;
}
