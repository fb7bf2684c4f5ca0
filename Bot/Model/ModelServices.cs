using Azure.Identity;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Switches;

namespace PolicyAssistantBot.Model;

/// <summary>Registers the optional language model; section <c>Model</c> of the configuration. Switched off, it is never called.</summary>
internal static class ModelServices
{
    public const string HttpClientName = "model";

    public static IServiceCollection AddModel(this IServiceCollection services)
    {
        services.AddOptions<ModelOptions>().BindConfiguration("Model").ValidateDataAnnotations().ValidateOnStart();
        services
            .AddHttpClient(HttpClientName)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan) // ModelCall has its own limits.
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
            )
            .RemoveAllLoggers();
        return services
            .AddSingleton<ISqlEffectHandler, ModelUseRecorder>()
            .AddSingleton<ModelBudget>()
            .AddSingleton(provider =>
            {
                var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
                var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
                var client = OpenAiClients.CreateChatClient(options, http, options.UseEntraId ? new DefaultAzureCredential() : null);
                var log = new ModelCallLog(provider.GetRequiredService<ILogger<ModelCallLog>>());
                return new ModelCall(client, options, provider.GetRequiredService<TimeProvider>(), log.Record);
            })
            .AddSingleton<AnswerWording>()
            .AddSingleton<QuestionRewriter>()
            .AddSingleton(provider => new ModelAnswers(
                provider.GetRequiredService<IOptions<ModelOptions>>(),
                new Lazy<AnswerWording>(provider.GetRequiredService<AnswerWording>),
                new Lazy<QuestionRewriter>(provider.GetRequiredService<QuestionRewriter>),
                provider.GetRequiredService<ModelBudget>(),
                provider.GetRequiredService<SwitchBoard>(),
                provider.GetService<ConnectorClient>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ModelAnswers>>()
            ));
    }
}
