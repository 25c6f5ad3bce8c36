using System.Text.Json;

namespace RocketChat.Emulator.Seeding;

/// <summary>Reads seeds from JSON.</summary>
internal static class SeedReader
{
    /// <exception cref="SeedException">The file cannot be read, is not JSON of the right shape, or describes an impossible workspace.</exception>
    public static async Task<WorkspaceSeed> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return Parse(await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SeedException($"cannot read the seed file {file}: {unreadable.Message}", unreadable);
        }
        catch (SeedException mistake)
        {
            throw new SeedException($"the seed file {file} is wrong:\n{mistake.Message}", mistake);
        }
    }

    /// <exception cref="SeedException">Not JSON of the right shape, or an impossible workspace.</exception>
    public static WorkspaceSeed Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var seed = JsonSerializer.Deserialize(WithoutByteOrderMark(json), SeedJson.Default.WorkspaceSeed)
                ?? throw new SeedException("a seed is an object, not null");
            SeedValidator.Validate(seed);
            return seed;
        }
        catch (JsonException mistake)
        {
            throw new SeedException(mistake.Message, mistake);
        }
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> json) =>
        json.StartsWith("\uFEFF"u8) ? json[3..] : json;
}
