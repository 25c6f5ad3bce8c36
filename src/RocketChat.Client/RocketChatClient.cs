using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RocketChat.Client.Account;
using RocketChat.Client.Authentication;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Cloud;
using RocketChat.Client.Connections;
using RocketChat.Client.Dns;
using RocketChat.Client.Errors;
using RocketChat.Client.Federation;
using RocketChat.Client.Http;
using RocketChat.Client.Logging;
using RocketChat.Client.Members;
using RocketChat.Client.Options;
using RocketChat.Client.Owners;
using RocketChat.Client.Push;
using RocketChat.Client.Reads;
using RocketChat.Client.Retries;
using RocketChat.Client.Rooms;
using RocketChat.Client.Server;
using RocketChat.Client.Settings;
using RocketChat.Client.Users;

namespace RocketChat.Client;

/// <summary>
/// The part of a workspace's HTTP API that an administrator needs. An instance serves a whole process and any number of concurrent
/// callers. The first call makes the first request.
/// </summary>
public sealed class RocketChatClient : IAsyncDisposable
{
    private static readonly TimeSpan LogOutTimeout = TimeSpan.FromSeconds(5);

    private readonly TransportHandler _transport;
    private readonly RetryHandler _retry;
    private readonly Authenticator _authenticator;
    private readonly DeadlineHandler _logOut;
    private readonly WaitLog _waits;
    private readonly ConnectionRecord _record;
    private readonly CancellationTokenSource _life = new();
    private readonly ILogger _logger;

    /// <summary>Checks the options and builds the client; does not contact the server.</summary>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.InvalidUrl"/> or <see cref="RocketChatErrorKind.InvalidConfiguration"/>.
    /// </exception>
    public RocketChatClient(RocketChatClientOptions options, ILogger? logger = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.Verify(options);

        var time = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
        var redactor = new Redactor(options);
        var record = _record = new ConnectionRecord();
        var errors = new ErrorTranslator(new ConnectionFaults(options.Url, record), redactor);
        var roots = new MachineRoots(options.Tls.EnvironmentVariable);
        _transport = new TransportHandler(options, roots, record, errors, time);
        _waits = new WaitLog(time, _logger);
        _retry = new RetryHandler(
            _transport,
            new AnswerReader(errors),
            errors,
            new RetryPolicy(options.MaxRetries),
            new Outage(record),
            _waits,
            _logger,
            time,
            options.MaxParallelRequests);
        var secondFactor = new SecondFactor(options.Credentials, options.TotpSecret, time);
        _authenticator = new Authenticator(options.Credentials, _retry, secondFactor, redactor, _logger);
        var authentication = new AuthenticationHandler(_retry, _authenticator, secondFactor, _logger);
        var writes = new WriteLog();
        var reads = new SharedReadHandler(authentication, writes, time, options.OperationTimeout, options.KeepLookups);
        var deadline = new DeadlineHandler(reads, errors, time, options.OperationTimeout);
        _logOut = new DeadlineHandler(reads, errors, time, LogOutTimeout);
        var capabilities = new ApiCapabilities();

        Url = options.Url;
        Server = new ServerApi(deadline, capabilities);
        License = new LicenseApi(deadline, time);
        Account = new AccountApi(deadline, options.Credentials);
        var users = new UserLookup(new(deadline, writes, time, UserDirectory.OfferAsync, _life.Token), capabilities.UserRooms);
        Users = new UsersApi(deadline, users);
        Rooms = new RoomsApi(deadline, new(deadline, writes, time, RoomDirectory.OfferAsync, _life.Token));
        Settings = new SettingsApi(deadline, capabilities);
        Dns = new ServerDnsApi(deadline);
        Federation = new FederationApi(deadline, Server, Settings, new PublicHttp(options, roots, redactor, time), errors, Url);
        var ownerReads = new BulkReads<OwnerIndex>(
            deadline, writes, time, call => OwnerIndex.OfferAsync(capabilities.UserRooms, _retry, call), _life.Token);
        var members = new MemberLookup(capabilities.UserRooms);
        RoomMembers = new RoomMembersApi(deadline, members);
        var knownOwners = new KnownOwners(writes, time, options.KeepLookups);
        RoomOwners = new RoomOwnersApi(deadline, knownOwners, new OwnerList(knownOwners, writes), members, ownerReads, capabilities);
        Cloud = new CloudApi(deadline, capabilities, time);
        Push = new PushApi(deadline, capabilities);
    }

    /// <summary>The root of the workspace.</summary>
    public Uri Url { get; }

    /// <summary>The server itself.</summary>
    public ServerApi Server { get; }

    /// <summary>The license of the workspace.</summary>
    public LicenseApi License { get; }

    /// <summary>The account that calls.</summary>
    public AccountApi Account { get; }

    /// <summary>The users of the workspace.</summary>
    public UsersApi Users { get; }

    /// <summary>Rooms: channels, private groups, teams, discussions.</summary>
    public RoomsApi Rooms { get; }

    /// <summary>The members of rooms.</summary>
    public RoomMembersApi RoomMembers { get; }

    /// <summary>The workspace's settings.</summary>
    public SettingsApi Settings { get; }

    /// <summary>DNS as the server sees it.</summary>
    public ServerDnsApi Dns { get; }

    /// <summary>Federation in its three kinds.</summary>
    public FederationApi Federation { get; }

    /// <summary>The owners of rooms.</summary>
    public RoomOwnersApi RoomOwners { get; }

    /// <summary>The workspace's registration with Rocket.Chat's cloud.</summary>
    public CloudApi Cloud { get; }

    /// <summary>Push notifications.</summary>
    public PushApi Push { get; }

    /// <summary>The connections of this client so far.</summary>
    public ConnectionFacts Connection => _record.FactsOf(Url);

    /// <summary>The time that this client has waited so far for limits of the server and for retries.</summary>
    public WaitReport Waits => _waits.Report;

    /// <summary>Logs out if this client logged in, and closes the connections. A token that was given stays valid.</summary>
    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync().ConfigureAwait(false);
        try
        {
            await _logOut.RunAsync(
                async call =>
                {
                    await _authenticator.LogOutAsync(call).ConfigureAwait(false);
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (RocketChatException exception)
        {
            // The session expires by itself; a failure here must not hide an earlier one.
            _logger.LogOutFailed(exception.Message);
        }

        _authenticator.Dispose();
        _retry.Dispose();
        _transport.Dispose();
        _life.Dispose();
    }
}
