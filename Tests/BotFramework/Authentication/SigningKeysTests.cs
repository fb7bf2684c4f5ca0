using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework.Authentication;

/// <summary>Which published keys are used, and when they are fetched.</summary>
public sealed class SigningKeysTests : IDisposable
{
    private const string Modulus = "\"n\":\"AQAB\",\"e\":\"AQAB\"";

    private readonly FakeTime time = new();
    private readonly Authority authority = new();
    private readonly SigningKeys keys;

    public SigningKeysTests() =>
        keys = new SigningKeys(
            authority,
            Options.Create(new BotIdentityOptions { AppId = FakeAuthority.AppId }),
            time,
            NullLogger<SigningKeys>.Instance
        );

    public void Dispose()
    {
        keys.Dispose();
        authority.Dispose();
    }

    [Fact]
    public async Task Keys_are_fetched_again_after_a_day_and_not_before()
    {
        authority.Keys = $$"""{"kty":"RSA","kid":"one",{{Modulus}}}""";
        Assert.NotNull(await FindAsync("one"));
        time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.NotNull(await FindAsync("one"));
        Assert.Equal(1, authority.Fetches);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.NotNull(await FindAsync("one"));
        Assert.Equal(2, authority.Fetches);
    }

    [Fact]
    public async Task Only_RSA_keys_with_an_id_are_used_and_only_lists_of_endorsements()
    {
        authority.Keys = $$"""
            {"kty":"RSA","kid":"good",{{Modulus}},"endorsements":["msteams",7,"webchat"]},
            {"kty":"RSA","kid":"none",{{Modulus}}},
            {"kty":"RSA","kid":"text",{{Modulus}},"endorsements":"msteams"},
            {"kty":"RSA","kid":"",{{Modulus}}},
            {"kty":"oct","kid":"symmetric","k":"AQAB"}
            """;
        Assert.Equal(["msteams", "webchat"], (await FindAsync("good"))!.Endorsements);
        Assert.Empty((await FindAsync("none"))!.Endorsements);
        Assert.Empty((await FindAsync("text"))!.Endorsements);
        Assert.Null(await FindAsync(""));
        Assert.Null(await FindAsync("symmetric"));
        Assert.Null(await FindAsync("unknown"));
    }

    [Theory]
    [InlineData("{\"jwks_uri\":null}")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>")]
    public async Task An_invalid_document_keeps_the_known_keys(string metadata)
    {
        authority.Keys = $$"""{"kty":"RSA","kid":"one",{{Modulus}}}""";
        Assert.NotNull(await FindAsync("one"));
        authority.Metadata = metadata;
        time.Advance(TimeSpan.FromHours(25));
        Assert.NotNull(await FindAsync("one"));
    }

    [Fact]
    public async Task A_cancelled_search_throws_and_does_not_report_an_unknown_key()
    {
        using var cancellation = new CancellationTokenSource();
        authority.BeforeAnswer = cancellation.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await keys.FindAsync("one", cancellation.Token));
    }

    private ValueTask<SigningKey?> FindAsync(string keyId) => keys.FindAsync(keyId, CancellationToken.None);

    /// <summary>Publishes the text that a test sets.</summary>
    private sealed class Authority : HttpMessageHandler, IHttpClientFactory
    {
        public string Metadata { get; set; } = """{"jwks_uri":"https://login.botframework.com/keys"}""";

        public string Keys { get; set; } = "";

        public Action BeforeAnswer { get; set; } = () => { };

        public int Fetches { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            BeforeAnswer();
            cancellationToken.ThrowIfCancellationRequested();
            var isKeySet = request.RequestUri!.AbsolutePath == "/keys";
            Fetches += isKeySet ? 1 : 0;
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(isKeySet ? $$"""{"keys":[{{Keys}}]}""" : Metadata),
                }
            );
        }
    }
}
