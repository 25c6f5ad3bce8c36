namespace RocketChat.Federation.Problems;

/// <summary>The codes of problems. They never change: configurations compare them.</summary>
public static class ProblemCode
{
    /// <summary>There is no SRV record.</summary>
    public const string SrvMissing = "srv_missing";

    /// <summary>The SRV record points to another host.</summary>
    public const string SrvWrongTarget = "srv_wrong_target";

    /// <summary>The SRV record's target contains the zone's name twice: its trailing dot is missing.</summary>
    public const string SrvTargetDoubled = "srv_target_doubled";

    /// <summary>The SRV record has another port.</summary>
    public const string SrvWrongPort = "srv_wrong_port";

    /// <summary>The SRV record's target is the root, which means that there is no such service.</summary>
    public const string SrvTargetRoot = "srv_target_root";

    /// <summary>There are several SRV records; servers use any of them.</summary>
    public const string SrvMultiple = "srv_multiple";

    /// <summary>The SRV record's target is an alias.</summary>
    public const string SrvTargetIsCname = "srv_target_is_cname";

    /// <summary>The SRV record's target has no address.</summary>
    public const string SrvTargetWithoutAddress = "srv_target_without_address";

    /// <summary>Another label that servers look up first also has a record.</summary>
    public const string SrvLabelShadowed = "srv_label_shadowed";

    /// <summary>There is no TXT record.</summary>
    public const string TxtMissing = "txt_missing";

    /// <summary>There are several TXT records; servers use any of them.</summary>
    public const string TxtMultipleRecords = "txt_multiple_rrs";

    /// <summary>The key is incomplete.</summary>
    public const string TxtTruncated = "txt_truncated";

    /// <summary>The key's header has missing or extra spaces; servers cannot read it.</summary>
    public const string TxtHeaderDamaged = "txt_header_damaged";

    /// <summary>The key has no header or footer; servers can still read it.</summary>
    public const string TxtHeaderMissing = "txt_header_missing";

    /// <summary>The value is not a key.</summary>
    public const string TxtForeignValue = "txt_foreign_value";

    /// <summary>The value is another key.</summary>
    public const string TxtOtherKey = "txt_other_key";

    /// <summary>The value is the key except for a few characters.</summary>
    public const string TxtAltered = "txt_altered";

    /// <summary>The key contains whitespace where servers ignore it.</summary>
    public const string TxtWhitespace = "txt_whitespace";

    /// <summary>The key contains quotes or backslashes where servers ignore them.</summary>
    public const string TxtQuotes = "txt_quotes";

    /// <summary>The record exists under a name that contains the zone's name twice.</summary>
    public const string NameDoubled = "name_doubled";

    /// <summary>A wildcard answers in place of the record.</summary>
    public const string Wildcard = "wildcard";

    /// <summary>A name server reported a failure (SERVFAIL).</summary>
    public const string ServFail = "dns_servfail";

    /// <summary>A resolver refuses the query.</summary>
    public const string Refused = "dns_refused";

    /// <summary>A name server did not respond in time.</summary>
    public const string Timeout = "dns_timeout";

    /// <summary>A name server's response was truncated, and the server does not answer over TCP.</summary>
    public const string Truncated = "dns_truncated";

    /// <summary>A name server that the delegation names does not serve the zone.</summary>
    public const string LameDelegation = "lame_delegation";

    /// <summary>The zone's name servers return different records.</summary>
    public const string NameserversDisagree = "dns_nameservers_disagree";

    /// <summary>The zone is correct, but a resolver still returns an old answer.</summary>
    public const string NegativeCacheSuspected = "negative_cache_suspected";

    /// <summary>There is no resolver to start from, or none of the zone's name servers can be found.</summary>
    public const string ZoneNotFound = "zone_not_found";
}
