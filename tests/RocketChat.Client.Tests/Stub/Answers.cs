using RocketChat.Client.Users;

namespace RocketChat.Client.Tests.Stub;

/// <summary>Bodies as real servers sent them (3.11.1 and 6.5.3), shortened where it does not matter.</summary>
public static class Answers
{
    public const string Me653 =
        """{"_id":"6b03c1ab51380b7a198dbc53","avatarOrigin":"none","name":"Admin","username":"rcadmin","status":"offline","""
        + """ "active":true,"emails":[{"address":"admin@example.com","verified":false}],"roles":["admin"],"""
        + """ "services":{"password":{"exists":true}},"settings":{"profile":{}},"success":true}""";

    public const string Login653 =
        """{"status":"success","data":{"userId":"6b03c1ab51380b7a198dbc53","authToken":"session-Marked-k4hSi39E6RaeBgeZK8OmU","""
        + """ "me":{"_id":"6b03c1ab51380b7a198dbc53","username":"rcadmin"}}}""";

    public const string WrongPassword653 = """{"status":"error","error":403,"message":"Incorrect password"}""";

    public const string NotLoggedIn = """{"status":"error","message":"You must be logged in to do this."}""";

    public const string LoggedOut = """{"status":"success","data":{"message":"You've been logged out!"}}""";

    public const string Success = """{"success":true}""";

    public const string Alice =
        """{"user":{"_id":"AXc4kDgPC6daTSCJZ","createdAt":"2026-11-23T04:31:57.135Z","username":"alice","""
        + """ "emails":[{"address":"alice@example.com","verified":true}],"type":"user","roles":["user"],"status":"offline","""
        + """ "active":true,"name":"Alice","requirePasswordChange":false,"canViewAllInfo":true},"success":true}""";

    public const string UnknownUser = """{"success":false,"error":"User not found."}""";

    public const string AdminRoom653 =
        """{"_id":"6b03c1bf51380b7a198dbc5d","fname":"priv-r9ja","name":"priv-r9ja","t":"p","msgs":0,"usersCount":3,"""
        + """ "u":{"_id":"6b03c1ab51380b7a198dbc53","username":"rcadmin","name":"Admin"},"ro":false,"default":false,"success":true}""";

    public const string RoomInfo653 =
        """{"room":{"_id":"6b03c1bf51380b7a198dbc61","fname":"pub-r9ja","customFields":{},"name":"pub-r9ja","t":"c","msgs":14,"""
        + """ "usersCount":3,"ro":false,"default":false,"sysMes":true},"success":true}""";

    public const string SwappedNotAllowed = """{"success":false,"error":"not-allowed","errorType":"Not Allowed"}""";

    public const string UnknownRoom =
        """{"success":false,"error":"The required \"roomId\" or \"roomName\" param provided does not match any channel"""
        + """ [error-room-not-found]","errorType":"error-room-not-found"}""";

    public const string TooMany =
        """{"success":false,"error":"Error, too many requests. Please slow down. You must wait 60 seconds before trying this"""
        + """ endpoint again. [error-too-many-requests]"}""";

    public const string TotpRequired =
        """{"success":false,"error":"TOTP Required [totp-required]","errorType":"totp-required","details":{"method":"password","""
        + """ "codeGenerated":false,"availableMethods":[]}}""";

    /// <summary>The answer of 3.11.1 to an unknown endpoint: its web application.</summary>
    public const string WebApplication3111 =
        """<!DOCTYPE html><html><head><link rel="stylesheet" type="text/css" class="__meteor-css__" """
        + """href="/625dcc3cfde7c42af529a7e22946094f2f8b9efd.css?meteor_css_resource=true"><title>Rocket.Chat</title></head>"""
        + "<body></body></html>";
}
