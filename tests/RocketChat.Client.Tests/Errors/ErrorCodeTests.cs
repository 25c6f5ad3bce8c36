using RocketChat.Client.Http;
using RocketChat.Client.Tests.Stub;
using RocketChat.Client.Users;

namespace RocketChat.Client.Tests.Errors;

public sealed class ErrorCodeTests
{
    [Theory]
    [InlineData(
        """{"success":false,"error":"User is already an owner [error-user-already-owner]","errorType":"error-user-already-owner"}""",
        "error-user-already-owner",
        "User is already an owner")]
    [InlineData(
        """{"success":false,"error":"error-role-not-found","errorType":"Role not found"}""", "error-role-not-found", "Role not found")]
    [InlineData("""{"success":false,"error":"not-allowed","errorType":"Not Allowed"}""", "not-allowed", "Not Allowed")]
    [InlineData(
        """{"success":false,"error":"User does not have the permissions required for this action [error-unauthorized]"}""",
        "error-unauthorized",
        "User does not have the permissions required for this action")]
    [InlineData("""{"success":false,"error":"User not found."}""", "User not found.", "User not found.")]
    [InlineData("""{"success":false,"error":"unauthorized"}""", "unauthorized", "unauthorized")]
    [InlineData(
        """{"success":false,"error":"[error-invalid-roleId]","errorType":"error-invalid-roleId"}""",
        "[error-invalid-roleId]",
        "[error-invalid-roleId]")]
    [InlineData("""{"status":"error","error":403,"message":"Incorrect password"}""", "403", "Incorrect password")]
    [InlineData("""{"status":"error","error":"Unauthorized","message":"Unauthorized"}""", "Unauthorized", "Unauthorized")]
    [InlineData("""{"status":"error","message":"You must be logged in to do this."}""", null, "You must be logged in to do this.")]
    [InlineData(
        """{"success":false,"error":"must have required property 'email' [invalid-params]","errorType":"invalid-params"}""",
        "invalid-params",
        "must have required property 'email'")]
    [InlineData("""{"success":false}""", null, null)]
    [InlineData("""{"success":false,"error":"array [1] of things]"}""", "array [1] of things]", "array [1] of things]")]
    [InlineData(
        """{"success":false,"error":"No such room [error-room]","errorType":"error-room-not-found"}""",
        "error-room-not-found",
        "No such room")]
    [InlineData("""{"success":false,"error":"No such room","errorType":"error-room-not-found"}""", "error-room-not-found", "No such room")]
    [InlineData("""{"success":false,"errorType":"No such room"}""", "No such room", null)]
    [InlineData("""{"success":false,"error":"No such room","message":"Bad Request"}""", "No such room", "No such room")]
    [InlineData("""{"success":false,"error":"error-room-not-found","errorType":"error-meteor"}""", "error-meteor", "error-room-not-found")]
    [InlineData("""{"success":false,"error":" "}""", " ", null)]
    [InlineData("""[]""", null, null)]
    public void Of_ShapesOfAllVersions_FindCodeAndWords(string body, string? code, string? message)
    {
        Assert.Equal(code, ErrorCode.Of(Json.Of(body)));
        Assert.Equal(message, ErrorCode.MessageOf(Json.Of(body)));
    }
}
