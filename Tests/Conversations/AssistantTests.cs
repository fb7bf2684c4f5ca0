using PolicyAssistantBot.Conversation;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>The order of the handlers decides how a message is interpreted.</summary>
public sealed class AssistantTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    [Fact]
    public void Handlers_run_in_this_order() =>
        Assert.Equal(
            [
                "LongMessageHandler",
                "FileHandler",
                "ClickHandler",
                "EmptyMessageHandler",
                "LanguageHandler",
                "ForgetHandler",
                "DiscardHandler",
                "FormWishHandler",
                "AddressCodeHandler",
                "CaseOfferHandler",
                "CaseMessageHandler",
                "OpenDialogHandler",
                "CommandHandler",
                "GuideHandler",
                "QuestionHandler",
            ],
            host.Storage.Get<Assistant>().Handlers.Select(handler => handler.GetType().Name)
        );
}
