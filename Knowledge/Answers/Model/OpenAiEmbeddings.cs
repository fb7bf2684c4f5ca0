using System.ClientModel;
using OpenAI.Embeddings;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Outside;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>Any service that speaks OpenAI's embeddings API. No retries: a question has been answered by then, and passages are tried again
/// later.</summary>
public sealed class OpenAiEmbeddings : IEmbeddings
{
    private readonly EmbeddingClient client;
    private readonly int? dimensions;

    /// <param name="http">Its lifetime is the caller's.</param>
    /// <param name="credential">For <see cref="OpenAiService.UseEntraId"/>; else null.</param>
    public OpenAiEmbeddings(EmbeddingOptions options, HttpClient http, AuthenticationTokenProvider? credential = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        dimensions = options.Dimensions;
        Model = $"{options.Name}/{options.Dimensions}";
#pragma warning disable OPENAI001 // A policy instead of a key; marked as experimental in the package.
        client = new EmbeddingClient(options.Name, options.SignIn(credential), options.ClientOptions(http, options.PassageTimeout));
#pragma warning restore OPENAI001
    }

    public string Model { get; }

    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        IReadOnlyList<OutgoingText> texts,
        CancellationToken cancellationToken
    )
    {
        var reply = await client
            .GenerateEmbeddingsAsync(
                texts.Select(text => text.Value),
                new EmbeddingGenerationOptions { Dimensions = dimensions },
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. reply.Value.OrderBy(embedding => embedding.Index).Select(embedding => embedding.ToFloats())];
    }
}
