using System.Text.Json;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Loading;

/// <summary>Reads seeds from JSON.</summary>
internal static class SeedReader
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="SeedException">
    /// The file cannot be read, is not JSON of the right shape, or describes an impossible workspace.
    /// </exception>
    public static async Task<WorkspaceSeed> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return Parse(await File.ReadAllBytesAsync(file, cancellationToken));
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
        ReadOnlySpan<byte> text = JsonInput.WellFormed(WithoutByteOrderMark(json));
        using (var document = Read(text))
        {
            if (JsonShape.MistakesOf(document.RootElement, "the seed", typeof(WorkspaceSeed), SeedJson.Default) is { Length: > 0 } mistakes)
            {
                throw new SeedException(mistakes);
            }
        }

        var seed = JsonSerializer.Deserialize(text, SeedJson.Default.WorkspaceSeed)!;
        SeedValidator.Validate(seed);
        return seed;
    }

    private static JsonDocument Read(ReadOnlySpan<byte> json)
    {
        if (json.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new SeedException("it is empty; write {} for a workspace without anything");
        }

        try
        {
            return JsonDocument.Parse(json.ToArray(), Lenient);
        }
        catch (JsonException mistake)
        {
            var (line, column) = (mistake.LineNumber + 1, mistake.BytePositionInLine + 1);
            var what = mistake.Message.Split(" LineNumber:")[0];
            throw new SeedException($"line {line}, column {column}: not JSON: {what}", mistake);
        }
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> json) =>
        json.StartsWith("\uFEFF"u8) ? json[3..] : json;
}
