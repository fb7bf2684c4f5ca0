using System.ClientModel;
using System.Runtime.CompilerServices;
using OpenAI.Chat;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>Any service that speaks OpenAI's chat API. No retries: a second try would come too late, and the answer without a model is
/// there.</summary>
public sealed class OpenAiModel : ILanguageModel
{
    private readonly ChatClient client;
    private readonly int maxTokens;

    /// <param name="http">Its lifetime is the caller's.</param>
    /// <param name="credential">For <see cref="OpenAiService.UseEntraId"/>; else null.</param>
    public OpenAiModel(ModelOptions options, HttpClient http, AuthenticationTokenProvider? credential = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        maxTokens = options.MaxOutputTokens;
#pragma warning disable OPENAI001 // A policy instead of a key; marked as experimental in the package.
        client = new ChatClient(options.Name, options.SignIn(credential), options.ClientOptions(http, options.TotalTimeout));
#pragma warning restore OPENAI001
    }

    public async IAsyncEnumerable<ModelPiece> StreamAsync(ModelPrompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        var options = new ChatCompletionOptions
        {
            MaxOutputTokenCount = maxTokens,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                prompt.SchemaName,
                BinaryData.FromString(prompt.Schema),
                jsonSchemaIsStrict: true
            ),
        };
        ChatMessage[] messages = [new SystemChatMessage(prompt.Instructions), new UserChatMessage(prompt.Data.ToJson())];
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
