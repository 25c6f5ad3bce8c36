using System.Text.Json;

namespace RocketChat.Client.Tests.Stub;

/// <summary>
/// Answers of Meteor methods over HTTP, as 6.5.3 gave them: a JSON text inside a JSON object, status 200 also for a failure.
/// </summary>
public static class Method
{
    public static string PathOf(string method) => "/api/v1/method.call/" + method;

    public static StubAnswer Result(string result) => Answer($$"""{"id":"1","result":{{result}},"msg":"result"}""");

    public static StubAnswer Error(string code, string reason) => Answer(
        $$"""
        {"error":{"isClientSafe":true,"error":"{{code}}","reason":"{{reason}}","details":{},
        "message":"{{reason}} [{{code}}]","errorType":"Meteor.Error"},"msg":"result","id":"1"}
        """);

    private static StubAnswer Answer(string message) =>
        StubAnswer.Json($$"""{"message":"{{JsonEncodedText.Encode(message)}}","success":true}""");
}
