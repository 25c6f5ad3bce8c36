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

    public static string Configuration(int count) => $$"""
        terraform {
          required_providers {
            yardstick = {
              source = "registry.terraform.io/example/yardstick"
            }
          }
        }

        resource "yardstick_thing" "this" {
          count = {{count}}
          name  = format("thing%013d", count.index)
        }
        """;
}
