namespace Benchmarks.Running;

/// <summary>The least that a provider in Go can be (<c>tests/Benchmarks/Yardstick</c>), for comparison on the same machine.</summary>
internal static class Yardstick
{
    public const string Name = "least in Go";

    /// <summary>The variable by which it is told the size of its schema, in bytes.</summary>
    public const string SchemaSize = "YARDSTICK_SCHEMA_BYTES";

    /// <summary>A filesystem mirror that holds it.</summary>
    public static string Mirror { get; } = Repository.PathOf("artifacts", "bench", "go");

    /// <summary>The program; null where there was no Go to build it.</summary>
    public static string? Binary { get; } = Directory.Exists(Mirror)
        ? Directory.EnumerateFiles(Mirror, "terraform-provider-yardstick*", SearchOption.AllDirectories).Single()
        : null;

    /// <summary>Its resource, with as many attributes, of the same length, as an object of <c>rocketchat_room_owner</c> has.</summary>
    public static string Configuration(int count) => $$"""
        terraform {
          required_providers {
            yardstick = {
              source = "registry.terraform.io/example/yardstick"
            }
          }
        }

        resource "yardstick_thing" "this" {
          count           = {{count}}
          id              = format("room%013d/user%013d", count.index, count.index)
          room_id         = format("room%013d", count.index)
          room_name       = format("room-%d", count.index)
          user_id         = format("user%013d", count.index)
          username        = format("user-%d", count.index)
          invite_members  = "false"
          on_destroy      = "remove"
          allow_ownerless = "false"
          name            = format("thing%013d", count.index)
        }
        """;
}
