using RocketTfProvider.Commands.Hcl;

namespace RocketTfProvider.Tests.Commands;

public sealed class HclBodyTests
{
    [Fact]
    public void ToString_OfBlocks_IsLaidOutAsFmtDoes()
    {
        var body = new HclBody()
            .Comment(["about it"])
            .Block("resource \"x\" \"y\"", new HclBody()
                .Set("a", "1")
                .Set("longer", "true")
                .Set("list", [new("\"one\"", "first"), new("\"three\"", "last")])
                .Set("object", HclTree.Of([("deep.value", "2"), ("flat", "3")]))
                .Set("last", "4"))
            .Block("empty \"block\"", new HclBody())
            .Remark(["alone", "", "in two"]);

        Assert.Equal(
            """
            # about it
            resource "x" "y" {
              a      = 1
              longer = true

              list = [
                "one",   # first
                "three", # last
              ]

              object = {
                flat = 3

                deep = {
                  value = 2
                }
              }

              last = 4
            }

            empty "block" {}

            # alone
            #
            # in two

            """,
            body.ToString());
    }
}
