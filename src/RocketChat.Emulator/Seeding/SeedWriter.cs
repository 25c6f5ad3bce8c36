using System.Text.Json;

namespace RocketChat.Emulator.Seeding;

/// <summary>Writes seeds as JSON.</summary>
internal static class SeedWriter
{
    public static byte[] Write(WorkspaceSeed seed) => JsonSerializer.SerializeToUtf8Bytes(seed, SeedJson.Default.WorkspaceSeed);
}
