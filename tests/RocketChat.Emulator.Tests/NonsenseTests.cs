using System.Net;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Routes;

namespace RocketChat.Emulator.Tests;

/// <summary>Nothing that a client sends makes the emulator crash.</summary>
public sealed class NonsenseTests
{
    private static readonly string[] Bodies =
    [
        "",
        "{",
        "null",
        "[]",
        "17",
        """{"a":1,"a":2}""",
        """{"roomId":1,"userId":[],"username":{},"roleId":null,"roleName":false,"value":{},"settings":{},"message":7,"""
        + """ "data":[],"name":3,"user":1,"password":[]}""",
        """{"roomId":"","userId":"","username":"","roleId":"","email":"","name":"","password":"","tokenName":"","token":"","""
        + """ "cloudBlob":"","message":""}""",
        """{"settings":[1,null,{"_id":null},{"_id":"Push_enable"}],"message":"[]","members":[1,null,{}],"cloudBlob":"AAAA","""
        + """ "data":{"username":1},"value":null,"execute":"x"}""",
        """{"message":"{\"method\":\"addRoomOwner\",\"params\":{}}","roomId":"GENERAL","userId":"aliceAliceAlice01","""
        + """ "email":"e","name":"n","password":"p","username":"u","roles":[null]}""",
        """{"message":"{\"method\":\"saveSetting\",\"params\":[\"Push_enable\"]}","type":"gcm","value":7}""",
    ];

    private static readonly string[] Queries =
    [
        "",
        "?count=-1&offset=-5",
        "?count=99999999999999999999&offset=x&sort={",
        "?query={&fields=[",
        "?query=%7B%22_id%22%3A%7B%22%24regex%22%3A%22(%22%7D%7D&selector=%7B",
        "?roomId=&userId=&username=&rid=&role=&_id=,,,",
        "?roomId=a&roomId=b&types=&types[]=c&userId[]=x&role=owner&role=admin&_id[]=q",
    ];

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("7.10")]
    [InlineData("8.8")]
    [InlineData("9.0")]
    public async Task EveryRoute_Nonsense_IsRefusedWithoutACrash(string profile)
    {
        await using var emulated = await Emulated.StartAsync(profile);
        var crashes = new List<string>();

        var routes = AllRoutes.Of(VersionProfile.Named(profile)).Where(route => !route.Path.EndsWith("logout", StringComparison.Ordinal));
        foreach (var route in routes)
        {
            var requests = route.Method == "GET"
                ? Queries.Select(query => (Query: query, Body: (string?)null))
                : Bodies.Select(body => (Query: "", Body: (string?)body));
            foreach (var (query, body) in requests)
            {
                var path = route.Path.TrimStart('/').Replace("/:_id", "/Push_enable", StringComparison.Ordinal).Replace(
                    "/:method", "/x", StringComparison.Ordinal);
                using var response = await emulated.RawAsync(route.Method, path + query, body);
                if (response.StatusCode == HttpStatusCode.InternalServerError)
                {
                    var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    crashes.Add($"{route.Method} {path}{query} {body}: {answer}");
                }
            }
        }

        Assert.True(crashes.Count == 0, string.Join('\n', crashes.Select(crash => crash[..Math.Min(crash.Length, 600)])));
    }
}
