using System.CommandLine;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Retrieval;

namespace PolicyAssistantBot.CommandLine;

/// <summary><c>knowledge embed</c> and <c>knowledge push</c>: send the articles to the optional external retrievers.</summary>
internal static class RetrievalCommands
{
    /// <summary>
    /// The service does the same at its start; when this command has run before, the vectors exist for the first question.
    /// </summary>
    public static Command CreateEmbed(Option<string> articles)
    {
        var data = LocalStorage.CreateFolderOption();
        var command = new Command("embed", "Embed new and changed articles with the service that is configured in section Embeddings.")
        {
            articles,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                LocalRetrieval.RunAsync(async () =>
                {
                    var pipeline = LocalKnowledge.CreatePipeline(parsed.GetValue(articles)!);
                    using var host = LocalRetrieval.CreateHost(pipeline, parsed.GetValue(data));
                    if (!GetOptions<EmbeddingOptions>(host).Enabled)
                    {
                        return PrintError("Embeddings are off: set Embeddings:Enabled, Endpoint and Name.");
                    }

                    var refresh = await host
                        .Services.GetRequiredService<EmbeddingRetriever>()
                        .RefreshAsync(pipeline.Knowledge.Index.Passages, cancellationToken);
                    Console.WriteLine($"{refresh.VectorCount} vectors, {refresh.EmbeddedCount} of them new");
                    return refresh.IsSaved ? 0 : PrintError("The vectors could not be written.");
                })
        );
        return command;
    }

    public static Command CreatePush(Option<string> articles)
    {
        var command = new Command(
            "push",
            "Push new and changed articles to the Azure AI Search index that is configured in section AzureSearch."
        )
        {
            articles,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                LocalRetrieval.RunAsync(async () =>
                {
                    var pipeline = LocalKnowledge.CreatePipeline(parsed.GetValue(articles)!);
                    using var host = LocalRetrieval.CreateHost(pipeline, dataFolder: null);
                    var options = GetOptions<AzureSearchOptions>(host);
                    if (!options.Enabled)
                    {
                        return PrintError("Azure AI Search is off: set AzureSearch:Enabled, Endpoint and Key.");
                    }

                    var http = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient(RetrievalServices.HttpClientName);
                    var pushed = await new AzureSearchSynchronizer(options, http).RunAsync(
                        pipeline.Knowledge.Index.Passages,
                        cancellationToken
                    );
                    Console.WriteLine($"{pushed.Passages} passages: {pushed.Pushed} pushed, {pushed.Removed} removed");
                    return 0;
                })
        );
        return command;
    }

    private static T GetOptions<T>(IHost host)
        where T : class => host.Services.GetRequiredService<IOptions<T>>().Value;

    private static int PrintError(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
