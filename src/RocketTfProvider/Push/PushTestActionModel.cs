using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>The arguments of the action <c>rocketchat_push_test</c>.</summary>
internal sealed record PushTestActionModel(Tf<TfNumber> RequiredDevices) : IModel<PushTestActionModel>
{
    public static PushTestActionModel Read(ModelReader reader) => new(reader.Number(PushTestSending.RequiredDevices));

    public void Write(ModelWriter writer) => writer.Number(PushTestSending.RequiredDevices, RequiredDevices);
}
