using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace RocketChat.Client;

/// <summary>
/// A workspace's HTTP API, as far as an administrator needs it. One instance serves a whole process and any number of concurrent
/// callers. Nothing goes over the network before the first call.
/// </summary>
public sealed class RocketChatClient : IAsyncDisposable
{
    private static readonly TimeSpan LogOutTimeout = TimeSpan.FromSeconds(5);

    private readonly Transport _transport;
    private readonly Exchange _exchange;
    private readonly Authenticator _authenticator;
    private readonly Operations _logOut;
    private readonly WaitLog _waits;
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
        var errors = new ErrorTranslator(options.Url, redactor);
        _transport = new Transport(options, errors, time);
        _waits = new WaitLog(time);
        _exchange = new Exchange(
            _transport, new AnswerReader(errors), errors, new RetryPolicy(options.MaxRetries), _waits, _logger, time, options.MaxParallelRequests);
        var secondFactor = new SecondFactor(options.Credentials, options.TotpSecret, time);
        _authenticator = new Authenticator(options.Credentials, _exchange, secondFactor, redactor, _logger);
        var sharedReads = new SharedReads(time, options.OperationTimeout, options.KeepLookups);
        var pipeline = new Pipeline(_exchange, _authenticator, secondFactor, sharedReads, time, _logger);
        var operations = new Operations(pipeline, errors, time, options.OperationTimeout);
        _logOut = new Operations(pipeline, errors, time, LogOutTimeout);
        var capabilities = new ServerCapabilities();

        Url = options.Url;
        Server = new ServerApi(operations, capabilities);
        Account = new AccountApi(operations);
        Users = new UsersApi(operations);
        Rooms = new RoomsApi(operations, new(operations, sharedReads, time, RoomDirectory.OfferAsync, _life.Token));
        Settings = new SettingsApi(operations, capabilities);
        Dns = new ServerDnsApi(operations);
        Federation = new FederationApi(operations, Server, Settings, new PublicHttp(options, time), Url);
        var ownerReads = new BulkReads<OwnerIndex>(
            operations, sharedReads, time, operation => OwnerIndex.OfferAsync(capabilities.UserRooms, _exchange, operation), _life.Token);
        RoomMembers = new RoomMembersApi(operations, capabilities.UserRooms);
        var ownerList = new OwnerList();
        RoomOwners = new RoomOwnersApi(operations, ownerList, new RoomOwnership(ownerList, capabilities), ownerReads, capabilities.UserRooms);
        Cloud = new CloudApi(operations, capabilities, time);
        Push = new PushApi(operations, capabilities);
    }

    /// <summary>The root of the workspace.</summary>
    public Uri Url { get; }

    /// <summary>The server itself.</summary>
    public ServerApi Server { get; }

    /// <summary>The account that calls.</summary>
    public AccountApi Account { get; }

    /// <summary>Users.</summary>
    public UsersApi Users { get; }

    /// <summary>Rooms: channels, private groups, teams, discussions.</summary>
    public RoomsApi Rooms { get; }

    /// <summary>Who is in a room.</summary>
    public RoomMembersApi RoomMembers { get; }

    /// <summary>The workspace's settings.</summary>
    public SettingsApi Settings { get; }

    /// <summary>What the server itself sees in DNS.</summary>
    public ServerDnsApi Dns { get; }

    /// <summary>Federation in its three kinds.</summary>
    public FederationApi Federation { get; }

    /// <summary>Who owns a room.</summary>
    public RoomOwnersApi RoomOwners { get; }

    /// <summary>The workspace's registration with Rocket.Chat's cloud.</summary>
    public CloudApi Cloud { get; }

    /// <summary>Push notifications.</summary>
    public PushApi Push { get; }

    /// <summary>How long this client waited so far for limits of the server and for retries.</summary>
    public WaitReport Waits => _waits.Report;

    /// <summary>Logs out if this client logged in, and closes the connections. A token that was given stays valid.</summary>
    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync().ConfigureAwait(false);
        try
        {
            await _logOut.RunAsync(
                async operation =>
                {
                    await _authenticator.LogOutAsync(operation).ConfigureAwait(false);
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (RocketChatException exception)
        {
            // The session expires by itself; a failure here must not hide what came before.
            _logger.LogOutFailed(exception.Message);
        }

        _authenticator.Dispose();
        _exchange.Dispose();
        _transport.Dispose();
        _life.Dispose();
    }
}
