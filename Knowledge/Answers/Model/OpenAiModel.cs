using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using OpenAI;
using OpenAI.Chat;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>Any service that speaks OpenAI's chat API. No retries: a second try would come too late, and the answer without a model is there.</summary>
public sealed class OpenAiModel : ILanguageModel
{
    private readonly ChatClient client;
    private readonly int maxTokens;

    /// <param name="http">Its lifetime is the caller's.</param>
    /// <param name="credential">For <see cref="ModelOptions.UseEntraId"/>; else null.</param>
    public OpenAiModel(ModelOptions options, HttpClient http, AuthenticationTokenProvider? credential = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        maxTokens = options.MaxOutputTokens;
        var settings = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = options.TotalTimeout,
        };
#pragma warning disable OPENAI001 // A token instead of a key; marked as experimental in the package.
        client = options.UseEntraId && credential is not null
            ? new ChatClient(options.Name, new BearerTokenPolicy(credential, options.Scope), settings)
            : new ChatClient(options.Name, new ApiKeyCredential(options.Key.Length > 0 ? options.Key : "none"), settings);
#pragma warning restore OPENAI001
    }

    public async IAsyncEnumerable<ModelPiece> StreamAsync(ModelPrompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        var options = new ChatCompletionOptions
        {
            MaxOutputTokenCount = maxTokens,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(prompt.SchemaName, BinaryData.FromString(prompt.Schema), jsonSchemaIsStrict: true),
        };
        ChatMessage[] messages = [new SystemChatMessage(prompt.Instructions), new UserChatMessage(prompt.Data)];
        await foreach (var update in client.CompleteChatStreamingAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            var text = string.Concat(update.ContentUpdate.Select(part => part.Text));
            if (text.Length > 0 || update.Usage is not null)
            {
                yield return new ModelPiece(text, update.Usage?.TotalTokenCount ?? 0);
            }
        }
    }
}
