using System.Text;
using System.Text.Json;

namespace RocketChat.Client;

/// <summary>What an endpoint answered that anybody may call.</summary>
/// <param name="Status">The HTTP status; 0 when no answer came.</param>
/// <param name="Body">The answer, or why there was none.</param>
internal sealed record PublicAnswer(int Status, string Body)
{
    private const int Longest = 200;

    public JsonElement? Json
    {
        get
        {
            try
            {
                using var document = JsonDocument.Parse(WellFormedJson.Repair(Encoding.UTF8.GetBytes(Body)));
                return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>The answer for people: short, on one line.</summary>
    public string ForPeople
    {
        get
        {
            var line = new string([.. Body.Take(Longest).Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
            return Status == 0 ? line : line.Length == 0 ? $"status {Status}" : $"status {Status}: {line}";
        }
    }
}
