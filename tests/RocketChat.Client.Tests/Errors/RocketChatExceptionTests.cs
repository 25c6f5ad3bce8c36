using RocketChat.Client.Errors;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Errors;

public sealed class RocketChatExceptionTests
{
    private static readonly RocketChatException Cause = new(RocketChatErrorKind.Rejected, "refused")
    {
        Code = "error-room-not-found",
        StatusCode = 400,
        ServerMessage = "No such room",
        Method = "POST",
        Path = "/api/v1/groups.addOwner",
        SecondFactorMethod = "totp",
    };

    [Fact]
    public void Because_Cause_KeepsWhatIsKnownOfIt()
    {
        var exception = RocketChatException.CausedBy(Cause, RocketChatErrorKind.LastOwner, "nobody else");

        Assert.Equal((RocketChatErrorKind.LastOwner, "nobody else"), (exception.Kind, exception.Message));
        Assert.Same(Cause, exception.InnerException);
        Assert.Equal(("error-room-not-found", 400, "No such room"), (exception.Code, exception.StatusCode, exception.ServerMessage));
        Assert.Equal(("POST", "/api/v1/groups.addOwner", "totp"), (exception.Method, exception.Path, exception.SecondFactorMethod));
        Assert.Empty(exception.OtherMethods);
    }

    [Fact]
    public void Because_CodeOfItsOwn_GoesBeforeTheCauses() =>
        Assert.Equal(
            "error-last-owner", RocketChatException.CausedBy(Cause, RocketChatErrorKind.LastOwner, "nobody else", "error-last-owner").Code);

    [Fact]
    public void Because_NoCause_KnowsItsKindAndWordsOnly()
    {
        var exception = RocketChatException.CausedBy(null, RocketChatErrorKind.NotConfirmed, "not there");

        Assert.Equal((RocketChatErrorKind.NotConfirmed, "not there"), (exception.Kind, exception.Message));
        Assert.Null(exception.InnerException);
        Assert.Null(exception.Code ?? exception.ServerMessage ?? exception.Method ?? exception.Path ?? exception.SecondFactorMethod);
        Assert.Null(exception.StatusCode);
    }
}
