using System.Collections.Immutable;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>The attributes of <c>rocketchat_push_test</c>.</summary>
internal sealed record PushTestModel : IModel<PushTestModel>
{
    public Tf<string> Id { get; init; }

    public Tf<ImmutableDictionary<string, string>> Triggers { get; init; }

    public Tf<TfNumber> RequiredDevices { get; init; }

    public Tf<TfNumber> Devices { get; init; }

    public Tf<string> Result { get; init; }

    public static PushTestModel Read(ModelReader reader) => new()
    {
        Id = reader.String("id"),
        Triggers = reader.StringMap("triggers"),
        RequiredDevices = reader.Number("required_devices"),
        Devices = reader.Number("devices"),
        Result = reader.String("result"),
    };

    public void Write(ModelWriter writer) => writer
        .String("id", Id)
        .StringMap("triggers", Triggers)
        .Number("required_devices", RequiredDevices)
        .Number("devices", Devices)
        .String("result", Result);
}
