using System.CommandLine;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Retrieval;

namespace PolicyAssistantBot.CommandLine;

/// <summary><c>knowledge embed</c> and <c>knowledge push</c>: send the articles to the optional retrieval channels.</summary>
internal static class RetrievalCommands
{
    /// <summary>
    /// The service does the same at its start; when this command has run before, the vectors exist for the first question.
    /// </summary>
    public static Command Embed(Option<string> articles)
    {
        var data = LocalStorage.FolderOption();
        var command = new Command("embed", "Embed what is new or changed in the articles, with the service that section Embeddings names.")
        {
            articles,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                LocalRetrieval.RunAsync(async () =>
                {
                    var pipeline = LocalKnowledge.Pipeline(parsed.GetValue(articles)!);
                    using var host = LocalRetrieval.Open(pipeline, parsed.GetValue(data));
                    if (!Settings<EmbeddingOptions>(host).Enabled)
                    {
                        return Refuse("Embeddings are off: set Embeddings:Enabled, Endpoint and Name.");
                    }

                    var refresh = await host
                        .Services.GetRequiredService<EmbeddingChannel>()
                        .RefreshAsync(pipeline.Knowledge.Index.Passages, cancellationToken);
                    Console.WriteLine($"{refresh.VectorCount} vectors, {refresh.EmbeddedCount} of them new");
                    return refresh.IsSaved ? 0 : Refuse("The vectors could not be written.");
                })
        );
        return command;
    }

    public static Command Push(Option<string> articles)
    {
        var command = new Command(
            "push",
            "Push what is new or changed in the articles to the index of Azure AI Search that section AzureSearch names."
        )
        {
            articles,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                LocalRetrieval.RunAsync(async () =>
                {
                    var pipeline = LocalKnowledge.Pipeline(parsed.GetValue(articles)!);
                    using var host = LocalRetrieval.Open(pipeline, dataFolder: null);
                    var options = Settings<AzureSearchOptions>(host);
                    if (!options.Enabled)
                    {
                        return Refuse("Azure AI Search is off: set AzureSearch:Enabled, Endpoint and Key.");
                    }

                    var http = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient(RetrievalServices.HttpClientName);
                    var pushed = await new AzureSearchPush(options, http).RunAsync(pipeline.Knowledge.Index.Passages, cancellationToken);
                    Console.WriteLine($"{pushed.Passages} passages: {pushed.Pushed} pushed, {pushed.Removed} removed");
                    return 0;
                })
        );
        return command;
    }

    private static T Settings<T>(IHost host)
        where T : class => host.Services.GetRequiredService<IOptions<T>>().Value;

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
