using RocketChat.Emulator.Recording;

namespace RocketChat.Emulator.Tests;

public sealed class RequestLogTests
{
    private static readonly string Long = new('x', RequestLog.LongestBody + 1);

    [Fact]
    public void Add_MoreRequestsThanTheBound_DropsTheOldest()
    {
        var log = new RequestLog(null);

        for (var number = 0; number <= RequestLog.MostRequests; number++)
        {
            log.Add(Request("") with { Status = number });
        }

        var kept = log.Snapshot();
        Assert.Equal((RequestLog.MostRequests, 1), (kept.Count, kept[0].Status));
    }

    [Fact]
    public void Add_MoreCharactersThanTheBound_DropsTheOldest()
    {
        var log = new RequestLog(null);
        var body = Long[1..];

        for (var number = 0; number <= RequestLog.MostCharacters / body.Length; number++)
        {
            log.Add(Request(body) with { Status = number });
        }

        var kept = log.Snapshot();
        Assert.InRange(kept.Sum(request => request.Body.Length), 1, RequestLog.MostCharacters);
        Assert.Equal(RequestLog.MostCharacters / body.Length, kept[^1].Status);
    }

    [Fact]
    public void Add_LongBody_KeepsItsBeginningAndReportsItWhole()
    {
        RecordedRequest? reported = null;
        var log = new RequestLog(request => reported = request);

        log.Add(Request(Long));

        Assert.Equal(Long, reported!.Body);
        Assert.Equal(Long[1..] + "…[1 more characters]", Assert.Single(log.Snapshot()).Body);
    }

    [Fact]
    public void Add_LongBodyWithSecret_HidesItBeforeCutting()
    {
        var log = new RequestLog(null);
        var settings = $$"""{"_id":"Site_Name","value":"{{Long[100..]}}"},{"_id":"SMTP_Password","value":"MARKED{{Long}}"}""";

        log.Add(Request($$"""{"settings":[{{settings}}]}""") with { Path = "/api/v1/settings" });

        Assert.DoesNotContain("MARKED", Assert.Single(log.Snapshot()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Clear_FullLog_TakesRequestsAgain()
    {
        var log = new RequestLog(null);
        log.Add(Request("a"));

        log.Clear();
        log.Add(Request("b"));

        Assert.Equal("b", Assert.Single(log.Snapshot()).Body);
    }

    private static RecordedRequest Request(string body) => new(DateTimeOffset.UnixEpoch, "POST", "/api/v1/x", "", body, 200);
}
