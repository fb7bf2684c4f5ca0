using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Requests;

/// <summary>A turn filed a request. Stored once per turn: the same activity of the same conversation does not file a second.</summary>
internal sealed record SubmitRequest(SupportRequest Request, RequestEvent Event) : IEffect;

/// <summary>
/// A turn brought a message of the asker for a case: an answer to what was asked back, or a follow-up. A case that was answered or
/// closed opens again, and a merged one passes it to the case that remains, so that no accepted message is lost. Ignored when the case is not this asker's.
/// </summary>
internal sealed record AddAskerMessage(string CaseNumber, Asker Asker, string Text, DateTimeOffset At) : IEffect;

/// <summary>The asker takes a case back. Ignored when the case is not this asker's, or has ended.</summary>
internal sealed record WithdrawRequest(string CaseNumber, Asker Asker, DateTimeOffset At) : IEffect;
