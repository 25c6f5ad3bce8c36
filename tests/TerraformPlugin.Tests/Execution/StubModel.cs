using System.Collections.Immutable;
using TerraformPlugin.Models;

namespace TerraformPlugin.Tests.Execution;

/// <summary>Attributes <c>id</c> (text) and <c>tags</c> (list of text), and <c>inner</c> with <c>tags</c> inside.</summary>
internal sealed record StubModel(Tf<string> Id, Tf<ImmutableArray<string>> Tags, Tf<StubModel.InnerModel> Inner) : IModel<StubModel>
{
    public static StubModel Read(ModelReader reader) =>
        new(reader.String("id"), reader.Strings("tags"), reader.Nested<InnerModel>("inner"));

    public void Write(ModelWriter writer) => writer.String("id", Id).StringList("tags", Tags).Nested("inner", Inner);

    internal sealed record InnerModel(Tf<string> Name, Tf<ImmutableArray<string>> Tags) : IModel<InnerModel>
    {
        public static InnerModel Read(ModelReader reader) => new(reader.String("name"), reader.Strings("tags"));

        public void Write(ModelWriter writer) => writer.String("name", Name).StringList("tags", Tags);
    }
}
