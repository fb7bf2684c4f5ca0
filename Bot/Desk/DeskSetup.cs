using Microsoft.AspNetCore.Authentication;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Navigation;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Bulk;
using PolicyAssistantBot.Desk.Cases;
using PolicyAssistantBot.Desk.Channel;
using PolicyAssistantBot.Desk.Connections;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Desk.FirstSteps;
using PolicyAssistantBot.Desk.Lists;
using PolicyAssistantBot.Desk.News;
using PolicyAssistantBot.Desk.Recalls;
using PolicyAssistantBot.Desk.ReplyBar;
using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Desk.Settings;
using PolicyAssistantBot.Desk.Switches;
using PolicyAssistantBot.Desk.Teams;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Desk.Upkeep;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Switches;

namespace PolicyAssistantBot.Desk;

/// <summary>The officials' pages.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services
            .AddSingleton<DeskStaffDirectory>()
            .AddSingleton<IStaffDirectory>(provider => provider.GetRequiredService<DeskStaffDirectory>())
            .AddSingleton<LeaveService>()
            .AddSingleton(provider => provider.GetRequiredService<DeskSettingsStore>().ToAccountTeams())
            .AddSingleton<IClaimsTransformation, TeamClaimsTransformation>()
            .AddSingleton<ConversationExcerptReader>()
            .AddSingleton<CaseMessageReader>()
            .AddSingleton<UndeliveredMessageSummarizer>()
            .AddSingleton<SuggestedAnswerFinder>()
            .AddSingleton<ReplyInserts>()
            .AddSingleton<NavigationCounter>(CreateCaseCounter)
            .AddSingleton<NavigationCounter>(CreateUndeliveredCounter)
            .AddSingleton<CaseNewsFinder>()
            .AddSingleton<FirstStepsService>()
            .AddSingleton<ConnectionService>()
            .AddSingleton<TeamsSelfMessage>()
            .AddSingleton<SwitchBoard>()
            .AddSingleton(SwitchEndpoints.CreateBanner)
            .AddSingleton<EndedChats>()
            .AddSingleton<CasePresence>()
            .AddSingleton(DeskActions.Default)
            .AddSingleton<DeskActionRunner>()
            .AddSingleton<CasePageService>()
            .AddSingleton<ReplyBarService>()
            .AddSingleton<UnsentReplyCheck>()
            .AddSingleton<ICaseObserver, SentDraftRemover>()
            .AddSingleton<ICaseObserver, UndoneReplyRestorer>()
            .AddSingleton<TeamPageService>()
            .AddSingleton<SettingSaver>()
            .AddSingleton<SettingFormService>()
            .AddSingleton<RecallPageService>()
            .AddOfficialsChannel();

    /// <summary>The same cases in a channel of Teams.</summary>
    private static IServiceCollection AddOfficialsChannel(this IServiceCollection services)
    {
        services.AddOptions<OfficialsChannelOptions>().BindConfiguration("Teams").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ChannelCaseCardFactory>()
            .AddSingleton<ChannelCaseService>()
            .AddSingleton<ChannelCardUpdater>()
            .AddSingleton<ICaseObserver>(provider => provider.GetRequiredService<ChannelCardUpdater>())
            .AddSingleton<IDeadlineObserver>(provider => provider.GetRequiredService<ChannelCardUpdater>())
            .AddSingleton<ITurnMiddleware, ChannelCaseMiddleware>();
    }

    private static NavigationCounter CreateCaseCounter(IServiceProvider provider) =>
        new(
            AccessPaths.Home,
            InboxTexts.UnassignedCount,
            (account, cancellationToken) =>
                provider.GetRequiredService<CaseLists>().CountUnassignedAsync(account.ToCaseAccess(), cancellationToken)
        );

    private static NavigationCounter CreateUndeliveredCounter(IServiceProvider provider) =>
        new(
            "/desk/undelivered",
            DeskMessageTexts.UndeliveredCount,
            (_, cancellationToken) => provider.GetRequiredService<UndeliveredActivities>().CountAsync(cancellationToken)
        );

    public static IEndpointRouteBuilder MapDesk(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk").RequireAuthorization(Policies.ReadCases);
        pages.MapGet("/", CaseListEndpoint.ShowAsync);
        pages.MapGet("/cases/{number}", CaseEndpoints.ShowAsync);
        pages.MapCaseFilePages();
        pages.MapCaseMailPages();
        pages.MapGet("/cases/{number}/live", CaseEndpoints.GetLiveStateAsync);
        pages.MapReplyBar();
        pages.MapNews();
        pages.MapPost("/cases/{number}/{action}", CaseEndpoints.ActAsync).RequireAuthorization(Policies.WorkOnCases);
        pages.MapPost("/bulk/undo", BulkEndpoints.UndoAsync).RequireAuthorization(Policies.WorkOnCases);
        pages.MapPost("/bulk/{action}", BulkEndpoints.ActAsync).RequireAuthorization(Policies.WorkOnCases);
        pages.MapSavedFilters();
        routes.MapFirstSteps();
        routes.MapConnections();
        routes.MapSettings();
        routes.MapTeams();
        routes.MapLeave();
        routes.MapUndelivered();
        routes.MapRecalls();
        routes.MapUpkeep();
        routes.MapSwitches();
        return routes;
    }
}
