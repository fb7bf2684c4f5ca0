using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language.Masking;
using PolicyAssistantBot.Studio.Holds;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Delivery;

/// <summary>
/// Takes what was delivered with the program and loads the live articles, before the server accepts requests. It begins when the database
/// is up to date.
/// </summary>
internal sealed partial class DatabaseKnowledgeStart(
    IServiceProvider services,
    IConfiguration configuration,
    DeliveryTaker deliveries,
    DatabaseArticles articles,
    LiveHolds holds,
    ILogger<DatabaseKnowledgeStart> log
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var others = Task.WhenAll(
            Task.Run(services.GetRequiredService<LivePolicy>, cancellationToken),
            Task.Run(PersonalData.Load, cancellationToken)
        );
        var outcome = await deliveries.TakeAsync(KnowledgeServices.ArticlesFolder(configuration), cancellationToken);
        switch (outcome)
        {
            case DeliveryOutcome.Taken { Plan: var plan }:
                LogTaken(plan.Adopted.Count, plan.Removed.Count, plan.Edited.Count, plan.Kept.Count);
                break;
            case DeliveryOutcome.Refused { Problems: var problems }:
                LogRefused(problems.Count, problems[0]);
                break;
            default:
                break;
        }

        await holds.RefreshAsync(cancellationToken);
        await articles.RefreshAsync(cancellationToken);
        if (articles.Current.Articles.Count == 0)
        {
            throw new InvalidOperationException("There are no articles: neither in the database nor readable ones beside the program.");
        }

        await Task.Run(services.GetRequiredService<LiveKnowledge>, cancellationToken);
        await others;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The delivered articles were taken: {Adopted} adopted, {Removed} removed, {Edited} changed here too, {Kept} kept"
    )]
    private partial void LogTaken(int adopted, int removed, int edited, int kept);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The delivered articles cannot be read ({Count} problems), the live ones stay in use: {Problem}"
    )]
    private partial void LogRefused(int count, Problem problem);
}
