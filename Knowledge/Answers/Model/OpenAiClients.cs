using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>
/// Clients of the configured services. They report spans and metrics of OpenTelemetry's generative AI conventions, without any text. They
/// do not retry: a second attempt would come too late, and the assistant works without the service.
/// </summary>
public static class OpenAiClients
{
    /// <summary>The source of the spans and the meter of both clients.</summary>
    public const string TelemetrySource = "PolicyAssistantBot.Model";

    /// <param name="http">Disposed by the caller.</param>
    /// <param name="credential">For <see cref="OpenAiService.UseEntraId"/>; else null.</param>
    public static IChatClient CreateChatClient(ModelOptions options, HttpClient http, AuthenticationTokenProvider? credential = null)
    {
        ArgumentNullException.ThrowIfNull(options);
#pragma warning disable OPENAI001 // The constructor with a policy instead of a key is marked as experimental.
        return new ChatClient(options.Name, CreateAuthentication(options, credential), CreateOptions(options, http, options.TotalTimeout))
#pragma warning restore OPENAI001
            .AsIChatClient()
            .AsBuilder()
            .UseOpenTelemetry(sourceName: TelemetrySource, configure: client => client.EnableSensitiveData = false)
            .Build();
    }

    /// <inheritdoc cref="CreateChatClient"/>
    public static IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGenerator(
        EmbeddingOptions options,
        HttpClient http,
        AuthenticationTokenProvider? credential = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
#pragma warning disable OPENAI001 // The constructor with a policy instead of a key is marked as experimental.
        return new EmbeddingClient(
            options.Name,
            CreateAuthentication(options, credential),
            CreateOptions(options, http, options.PassageTimeout)
        )
#pragma warning restore OPENAI001
            .AsIEmbeddingGenerator(options.Dimensions)
            .AsBuilder()
            .UseOpenTelemetry(sourceName: TelemetrySource, configure: client => client.EnableSensitiveData = false)
            .Build();
    }

    private static OpenAIClientOptions CreateOptions(OpenAiService options, HttpClient http, TimeSpan timeout) =>
        new()
        {
            Endpoint = options.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = timeout,
        };

    private static AuthenticationPolicy CreateAuthentication(OpenAiService options, AuthenticationTokenProvider? credential) =>
        options.UseEntraId && credential is not null
            ? new BearerTokenPolicy(credential, options.Scope)
            : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(
                new ApiKeyCredential(options.Key.Length > 0 ? options.Key : "none")
            );
}
