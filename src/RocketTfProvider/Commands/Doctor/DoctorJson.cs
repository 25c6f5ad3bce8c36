using System.Text;
using System.Text.Json;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>Reports for machines, a JSON object with a list of workspaces.</summary>
internal static class DoctorJson
{
    public static string Of(IEnumerable<DoctorReport> reports)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("workspaces");
            foreach (var report in reports)
            {
                Write(json, report);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, DoctorReport report)
    {
        json.WriteStartObject();
        json.WriteString("url", report.Url.AbsoluteUri.TrimEnd('/'));
        json.WriteString("version", report.Version);
        json.WriteStartObject("areas");
        foreach (var (area, fact) in report.Facts)
        {
            json.WriteString(area, fact);
        }

        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var (area, finding) in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code.Id);
            json.WriteString("area", area);
            json.WriteString("severity", finding.Code.IsError ? "error" : "warning");
            json.WriteString("what", finding.What);
            json.WriteString("why", finding.Code.Why);
            json.WriteString("remedy", finding.Code.Remedy);
            json.WriteString("link", finding.Code.Link);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
