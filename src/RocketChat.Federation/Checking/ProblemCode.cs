namespace RocketChat.Federation;

/// <summary>The codes of problems. Users compare them: they never change.</summary>
public static class ProblemCode
{
    /// <summary>There is no SRV record.</summary>
    public const string SrvMissing = "srv_missing";

    /// <summary>The SRV record points to another host.</summary>
    public const string SrvWrongTarget = "srv_wrong_target";

    /// <summary>The SRV record's target has the zone's name twice: its last dot was forgotten.</summary>
    public const string SrvTargetDoubled = "srv_target_doubled";

    /// <summary>The SRV record has another port.</summary>
    public const string SrvWrongPort = "srv_wrong_port";

    /// <summary>The SRV record's target is the root, which says that there is no such service.</summary>
    public const string SrvTargetRoot = "srv_target_root";

    /// <summary>There are several SRV records; servers take any.</summary>
    public const string SrvMultiple = "srv_multiple";

    /// <summary>The SRV record's target is an alias.</summary>
    public const string SrvTargetIsCname = "srv_target_is_cname";

    /// <summary>The SRV record's target has no address.</summary>
    public const string SrvTargetWithoutAddress = "srv_target_without_address";

    /// <summary>Another label that servers look at first has a record too.</summary>
    public const string SrvLabelShadowed = "srv_label_shadowed";

    /// <summary>There is no TXT record.</summary>
    public const string TxtMissing = "txt_missing";

    /// <summary>There are several TXT records; servers take any.</summary>
    public const string TxtMultipleRecords = "txt_multiple_rrs";

    /// <summary>The key ends too early.</summary>
    public const string TxtTruncated = "txt_truncated";

    /// <summary>The key's header has lost or gained blanks; servers cannot read it.</summary>
    public const string TxtHeaderDamaged = "txt_header_damaged";

    /// <summary>The key has no header or footer; servers read it all the same.</summary>
    public const string TxtHeaderMissing = "txt_header_missing";

    /// <summary>The text is something else than a key.</summary>
    public const string TxtForeignValue = "txt_foreign_value";

    /// <summary>The text is another key.</summary>
    public const string TxtOtherKey = "txt_other_key";

    /// <summary>The text is the key but for a few characters.</summary>
    public const string TxtAltered = "txt_altered";

    /// <summary>There are blanks in the key where servers do not mind them.</summary>
    public const string TxtWhitespace = "txt_whitespace";

    /// <summary>There are quotes or backslashes in the key where servers do not mind them.</summary>
    public const string TxtQuotes = "txt_quotes";

    /// <summary>The record exists under a name that has the zone's name twice.</summary>
    public const string NameDoubled = "name_doubled";

    /// <summary>A wildcard answers in place of the record.</summary>
    public const string Wildcard = "wildcard";

    /// <summary>A name server answered that it failed.</summary>
    public const string ServFail = "dns_servfail";

    /// <summary>A resolver does not want to answer.</summary>
    public const string Refused = "dns_refused";

    /// <summary>A name server did not answer in time.</summary>
    public const string Timeout = "dns_timeout";

    /// <summary>A name server's answer was cut off, and it does not answer over TCP.</summary>
    public const string Truncated = "dns_truncated";

    /// <summary>A name server that the delegation names does not serve the zone.</summary>
    public const string LameDelegation = "lame_delegation";

    /// <summary>The zone's name servers do not say the same.</summary>
    public const string NameserversDisagree = "dns_nameservers_disagree";

    /// <summary>The zone is right, but a resolver still says what was true before.</summary>
    public const string NegativeCacheSuspected = "negative_cache_suspected";

    /// <summary>There is no resolver to begin with, or none of the zone's name servers can be found.</summary>
    public const string ZoneNotFound = "zone_not_found";
}
