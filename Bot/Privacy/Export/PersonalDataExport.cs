using System.Text.Json.Nodes;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Privacy.Export;

/// <summary>
/// Everything that is stored about a person, as the person gets it. Notes of officials and the traces of answers, which are about the
/// work of the service, are not part of it.
/// </summary>
internal sealed record PersonalDataExport(DateTimeOffset ExportedAt, string Channel, string UserId)
{
    public IReadOnlyList<ExportedConversation> Conversations { get; init; } = [];

    public IReadOnlyList<ExportedQuestion> Questions { get; init; } = [];

    public IReadOnlyList<ExportedVote> Votes { get; init; } = [];

    public IReadOnlyList<ExportedCase> Cases { get; init; } = [];

    /// <summary>Tokens of the language model by day.</summary>
    public IReadOnlyDictionary<string, long> ModelTokens { get; init; } = new Dictionary<string, long>();

    /// <summary>Codes that were requested to see the status of a case.</summary>
    public IReadOnlyList<ExportedCode> Codes { get; init; } = [];

    /// <summary>E-mail addresses, and when they were confirmed with a code.</summary>
    public IReadOnlyList<ExportedAddress> Addresses { get; init; } = [];

    /// <summary>Mails with answers that the person asked for, and with the codes before them.</summary>
    public IReadOnlyList<ExportedMail> AnswerMails { get; init; } = [];
}

/// <param name="Memory">What the assistant remembers of it, as stored; null in a group, which others share.</param>
internal sealed record ExportedConversation(string Id, IReadOnlyList<ExportedMessage> Messages, JsonNode? Memory);

/// <param name="Content">Forms and clicks, as stored; null for a message with text alone.</param>
internal sealed record ExportedMessage(DateTimeOffset At, bool IsYours, string? Text, IReadOnlyList<string> Files, JsonNode? Content);

/// <param name="Text">With personal data masked.</param>
internal sealed record ExportedQuestion(DateTimeOffset At, string Text, string Answer, string? Article);

internal sealed record ExportedVote(DateTimeOffset At, bool IsUpvote, string? Reason, string? Comment);

internal sealed record ExportedCode(DateTimeOffset At, string CaseNumber);

internal sealed record ExportedAddress(string Address, DateTimeOffset? ConfirmedAt);

internal sealed record ExportedCase(string Number, CaseStatus Status, DateTimeOffset SubmittedAt, RequestDraft Facts)
{
    public DateTimeOffset? ConsentWithdrawnAt { get; init; }

    public IReadOnlyList<ExportedEvent> History { get; init; } = [];

    public IReadOnlyList<string> Files { get; init; } = [];

    public IReadOnlyList<ExportedMail> Mails { get; init; } = [];

    /// <summary>1 to 5; null when the case was not rated.</summary>
    public int? Rating { get; init; }

    public string? RatingComment { get; init; }
}

internal sealed record ExportedEvent(DateTimeOffset At, CaseEventKind Kind, string? Text);

internal sealed record ExportedMail(DateTimeOffset At, string Recipient, string Subject);
