using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation.AnswerMails;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Clicks;
using PolicyAssistantBot.Conversation.Commands;
using PolicyAssistantBot.Conversation.Feedback;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.Messages;
using PolicyAssistantBot.Conversation.Questions;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Privacy;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Switches;

namespace PolicyAssistantBot.Conversation;

/// <summary>Registers the assistant. Needs the services of turns, knowledge, requests and files.</summary>
internal static class ConversationServices
{
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        return services
            .AddModel()
            .AddRetrieval()
            .AddPrivacy()
            .AddSingleton<ChatMemoryAccessor>()
            .AddSingleton<PublicLinks>()
            .AddHandlers()
            .AddDialogs()
            .AddSingleton<Assistant>()
            .AddSingleton<SwitchBoard>()
            .AddSingleton<WelcomeState>()
            .AddSingleton<FormCheck>()
            .AddSingleton<FeedbackHandler>()
            .AddSingleton<IInvokeHandler>(provider => provider.GetRequiredService<FeedbackHandler>())
            .AddSingleton<IBot, AssistantBot>()
            .AddSingleton<IFaultResponder, FaultApology>();
    }

    private static IServiceCollection AddHandlers(this IServiceCollection services) =>
        services
            .AddSingleton<LongMessageHandler>()
            .AddSingleton<FileHandler>()
            .AddSingleton<ClickHandler>()
            .AddSingleton<EmptyMessageHandler>()
            .AddSingleton<LanguageHandler>()
            .AddSingleton<ForgetHandler>()
            .AddSingleton<ForgetStarter>()
            .AddSingleton<DiscardHandler>()
            .AddSingleton<FormWishHandler>()
            .AddSingleton<AddressCodeHandler>()
            .AddSingleton<DataExportReply>()
            .AddSingleton<CaseMessageHandler>()
            .AddSingleton<CaseOfferHandler>()
            .AddSingleton<OpenDialogHandler>()
            .AddSingleton<CommandHandler>()
            .AddSingleton<GuideHandler>()
            .AddSingleton<QuestionHandler>()
            .AddSingleton<InterruptionPolicy>()
            .AddSingleton<CaseStatusReply>()
            .AddSingleton<CaseRatingReply>()
            .AddSingleton<AnswerSender>()
            .AddSingleton<MemoryReplies>();

    private static IServiceCollection AddDialogs(this IServiceCollection services) =>
        services
            .AddSingleton<ConversationDialogs>()
            .AddSingleton<RequestDialog>()
            .AddSingleton<StatusDialog>()
            .AddSingleton<WithdrawDialog>()
            .AddSingleton<ReadinessDialog>()
            .AddSingleton<GuideDialog>()
            .AddSingleton<AnswerMailComposer>()
            .AddSingleton<AnswerMailDialog>();
}
