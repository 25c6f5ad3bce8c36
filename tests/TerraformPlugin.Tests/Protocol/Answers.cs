using Google.Protobuf;
using Google.Protobuf.Reflection;
using V6 = PluginClient.Protocol.V6;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>The rules for every answer to every request.</summary>
internal static class Answers
{
    /// <summary>All diagnostics in an answer, wherever they are; each one is checked to be fit for a user's eyes.</summary>
    public static List<V6.Diagnostic> DiagnosticsOf(IMessage answer)
    {
        var found = new List<V6.Diagnostic>();
        Collect(answer, found);
        Assert.All(found, diagnostic =>
        {
            Assert.NotEqual(V6.Diagnostic.Types.Severity.Invalid, diagnostic.Severity);
            Assert.NotEmpty(diagnostic.Summary);
            Assert.NotEmpty(diagnostic.Detail);
            Assert.DoesNotContain("hunter2", diagnostic.ToString(), StringComparison.Ordinal);
        });
        return found;
    }

    /// <summary>The only error in an answer.</summary>
    public static V6.Diagnostic ErrorOf(IMessage answer) =>
        Assert.Single(DiagnosticsOf(answer), d => d.Severity == V6.Diagnostic.Types.Severity.Error);

    /// <summary>Fails if there is any diagnostic.</summary>
    public static void AssertClean(IMessage answer) => Assert.Empty(DiagnosticsOf(answer));

    private static void Collect(IMessage message, List<V6.Diagnostic> found)
    {
        if (message is V6.Diagnostic diagnostic)
        {
            found.Add(diagnostic);
            return;
        }

        foreach (
            var field in message.Descriptor.Fields.InDeclarationOrder().Where(f => f is { FieldType: FieldType.Message, IsMap: false }))
        {
            IEnumerable<IMessage> inner = field.Accessor.GetValue(message) switch
            {
                IMessage one => [one],
                System.Collections.IEnumerable many => many.OfType<IMessage>(),
                _ => [],
            };
            foreach (var one in inner)
            {
                Collect(one, found);
            }
        }
    }
}
