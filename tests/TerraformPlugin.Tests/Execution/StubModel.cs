using System.Collections.Immutable;
using TerraformPlugin.Models;

namespace TerraformPlugin.Tests.Execution;

/// <summary>Attributes <c>id</c> (text) and <c>tags</c> (list of text), and <c>inner</c> with <c>tags</c> inside.</summary>
internal sealed record StubModel(Tf<string> Id, Tf<ImmutableArray<string>> Tags, Tf<StubModel.InnerModel> Inner) : IModel<StubModel>
{
    public static StubModel Read(ModelReader reader) => new(reader.Text("id"), reader.Texts("tags"), reader.Nested<InnerModel>("inner"));

    public void Write(ModelWriter writer) => writer.Text("id", Id).TextList("tags", Tags).Nested("inner", Inner);

    internal sealed record InnerModel(Tf<string> Name, Tf<ImmutableArray<string>> Tags) : IModel<InnerModel>
    {
        public static InnerModel Read(ModelReader reader) => new(reader.Text("name"), reader.Texts("tags"));

        public void Write(ModelWriter writer) => writer.Text("name", Name).TextList("tags", Tags);
    }
}
