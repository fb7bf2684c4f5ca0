using System.CommandLine;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.CommandLine;

/// <summary>The optional external retrievers for one command, configured like the service by its settings and environment.</summary>
internal static class LocalRetrieval
{
    public static Option<bool> CreateRetrieversOption() =>
        new("--retrievers", "--channels") { Description = "Also use the configured external retrievers (embeddings, Azure AI Search)." };

    /// <param name="dataFolder">Null for the folder in the settings.</param>
    public static IHost CreateHost(AnswerPipeline pipeline, string? dataFolder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = Directory.GetCurrentDirectory() }
        );
        builder.Configuration.AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables();
        if (dataFolder is not null)
        {
            builder.Configuration["Storage:DataFolder"] = Path.GetFullPath(dataFolder);
        }

        builder
            .Logging.AddSimpleConsole(console => console.SingleLine = true)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(pipeline).AddSingleton<DataFolder>().AddRetrieval();
        return builder.Build();
    }

    /// <summary>
    /// Searches like the service, with embedded passages; null, with a message on the error output, when no retriever is configured.
    /// </summary>
    public static async Task<ExternalSearch?> CreateExternalSearchAsync(IHost host, CancellationToken cancellationToken)
    {
        if (
            !host.Services.GetRequiredService<IOptions<EmbeddingOptions>>().Value.Enabled
            && !host.Services.GetRequiredService<IOptions<AzureSearchOptions>>().Value.Enabled
        )
        {
            await Console.Error.WriteLineAsync("No external retriever is configured: set Embeddings or AzureSearch.");
            return null;
        }

        await host.Services.GetRequiredService<EmbeddingRefreshService>().RefreshAsync(cancellationToken);
        return host.Services.GetRequiredService<ExternalSearch>();
    }

    /// <summary>Runs a command over the retrievers; invalid settings and failures of services are printed, not thrown.</summary>
    /// <returns>The exit code of the command; 2 for invalid settings, 1 for the failure of a service.</returns>
    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OptionsValidationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
        catch (Exception exception)
            when (exception
                    is System.ClientModel.ClientResultException
                        or Azure.RequestFailedException
                        or Azure.Identity.AuthenticationFailedException
                        or HttpRequestException
                        or TaskCanceledException
                        or InvalidDataException
            )
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
