using System.Globalization;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Feedback;

namespace PolicyAssistantBot.Benchmarks.Profile;

/// <summary>
/// A bot that gives every question the same answer, of the size of an ordinary one with its card, state and stored answer: what a turn
/// costs without finding the answer.
/// </summary>
internal sealed class FixedBot(PrivateConversationState state) : IBot
{
    private const string Sentence =
        "Lao động không quá 200 người (công nghiệp, xây dựng, nông nghiệp) hoặc 100 người (thương mại, dịch vụ) mới có thể thuộc nhóm vừa. ";

    private readonly IStatePropertyAccessor<Memory> memory = state.CreateProperty<Memory>("chat");

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity is not { Type: ActivityTypes.Message, Text: { } question } activity)
        {
            return;
        }

        var remembered = (await memory.GetAsync(turnContext, () => new Memory(), cancellationToken))!;
        remembered.Questions.Add($"{question} {remembered.Count++}");
        if (remembered.Questions.Count > 12)
        {
            remembered.Questions.RemoveAt(0);
        }

        await turnContext.SendActivityAsync(MessageFactory.Attachment(CreateCard(), Sentence + Sentence + Sentence), cancellationToken);
        turnContext.AddEffect(
            new RecordAnswerEffect(
                new AnswerRow
                {
                    ChannelId = activity.ChannelId!,
                    ConversationId = activity.Conversation!.Id!,
                    UserId = activity.From!.Id!,
                    AnswerId = activity.Id!,
                    At = activity.Timestamp!.Value.ToUnixTimeMilliseconds(),
                    Language = "vi",
                    Outcome = "Answered",
                    ArticleKey = "A1-size",
                    Revision = "a5983911c154",
                    Question = question,
                    Text = Sentence + Sentence + Sentence,
                    Trace = "Answered A1-size (0.46): the best article supports it; A1-size#answer 0.43, A1-size-trade#answer 0.43",
                }
            )
        );
    }

    private static Attachment CreateCard() =>
        new()
        {
            ContentType = Attachment.AdaptiveCard,
            Content = new JsonObject
            {
                ["type"] = "AdaptiveCard",
                ["version"] = "1.5",
                ["body"] = new JsonArray([
                    .. Enumerable
                        .Range(0, 10)
                        .Select(i =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["type"] = "TextBlock",
                                    ["text"] = Sentence + i.ToString(CultureInfo.InvariantCulture),
                                    ["wrap"] = true,
                                    ["size"] = "Small",
                                }
                        ),
                ]),
            },
        };

    private sealed class Memory
    {
        public int Count { get; set; }

        public List<string> Questions { get; init; } = [];
    }
}
