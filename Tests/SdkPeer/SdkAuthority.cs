using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PolicyAssistantBot.Tests.Support;
using SdkActivity = Microsoft.Bot.Schema.Activity;

namespace PolicyAssistantBot.SdkPeer;

/// <summary>The SDK's own authentication, with the keys of the tests' authority in place of those of Azure Bot Service.</summary>
internal sealed class SdkAuthority
{
    private const string Metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    private readonly BotFrameworkAuthentication authentication;

    public SdkAuthority(FakeAuthority authority)
    {
        authentication = BotFrameworkAuthenticationFactory.Create(
            channelService: "",
            validateAuthority: true,
            toChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
            toChannelFromBotOAuthScope: "https://api.botframework.com",
            toBotFromChannelTokenIssuer: "https://api.botframework.com",
            oAuthUrl: "https://api.botframework.com",
            toBotFromChannelOpenIdMetadataUrl: Metadata,
            toBotFromEmulatorOpenIdMetadataUrl: Metadata,
            callerId: "",
            credentialFactory: new PasswordServiceClientCredentialFactory(
                FakeAuthority.AppId,
                "not used",
                "tenant",
                null,
                NullLogger.Instance
            ),
            authConfiguration: new AuthenticationConfiguration(),
            httpClientFactory: authority,
            logger: NullLogger.Instance
        );
        // The SDK fetches keys with a client of its own, whatever factory it is given: its caches get ours instead.
        var client = new HttpClient(authority, disposeHandler: false);
        var caches = typeof(JwtTokenExtractor)
            .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(field => field.GetValue(null))
            .ToList();
        caches.OfType<ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>>>().Single()[Metadata] = new(
            Metadata,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(client)
        );
        var endorsements = new EndorsementsRetriever(client);
        caches.OfType<ConcurrentDictionary<string, ConfigurationManager<IDictionary<string, HashSet<string>>>>>().Single()[Metadata] = new(
            Metadata,
            endorsements,
            endorsements
        );
    }

    /// <returns>Accepted, refused, or what was thrown instead of a refusal: an adapter answers that with status 500.</returns>
    public async Task<string> JudgeAsync(string? authorization, string channel = "msteams", string serviceUrl = FakeAuthority.ServiceUrl)
    {
        var activity = new SdkActivity
        {
            Type = "message",
            ChannelId = channel,
            ServiceUrl = serviceUrl,
        };
        try
        {
            await authentication.AuthenticateRequestAsync(activity, authorization, CancellationToken.None);
            return Verdict.Accepted;
        }
        catch (UnauthorizedAccessException)
        {
            return Verdict.Refused;
        }
#pragma warning disable CA1031 // Whatever else is thrown is the finding.
        catch (Exception)
        {
            return Verdict.Failed;
        }
#pragma warning restore CA1031
    }
}

internal static class Verdict
{
    public const string Accepted = "accepted";
    public const string Refused = "refused";
    public const string Failed = "unhandled exception";
}
