namespace RocketChat.Emulator.Dns;

/// <summary>What an answer says about its question (RFC 1035 §4.1.1, RFC 2136 §2.2).</summary>
internal static class ResponseCode
{
    public const int Good = 0;
    public const int FormatError = 1;
    public const int ServerFailure = 2;
    public const int NoSuchName = 3;
    public const int NotImplemented = 4;
    public const int Refused = 5;
    public const int NameExists = 6;
    public const int RecordsExist = 7;
    public const int NoSuchRecords = 8;
    public const int NotAuthorised = 9;
    public const int NotInZone = 10;
}
