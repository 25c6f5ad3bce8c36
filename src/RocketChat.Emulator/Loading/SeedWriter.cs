using System.Text.Json;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Loading;

/// <summary>Writes seeds as JSON.</summary>
internal static class SeedWriter
{
    public static byte[] Write(WorkspaceSeed seed) => JsonSerializer.SerializeToUtf8Bytes(seed, SeedJson.Default.WorkspaceSeed);
}
