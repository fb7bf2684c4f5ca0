using System.Globalization;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Desk;

/// <summary>How the desk's pages write people, amounts and refusals.</summary>
internal static class DeskFormat
{
    public static string ToIsoTimestamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string? FormatAmount(decimal? vnd, Lang lang) => vnd is { } amount ? LocalFormat.Amount(amount, lang) : null;

    /// <summary>A tax code in a list: one of twelve digits is a personal identification number (a household business), of which only the
    /// last digits are shown.</summary>
    public static string MaskTaxCode(string taxCode) => taxCode.Length == 12 ? $"…{taxCode[^3..]}" : taxCode;

    /// <summary>The name of an event's actor, as officials see it.</summary>
    public static string FormatActor(CaseEvent caseEvent, Lang lang) =>
        caseEvent.Actor switch
        {
            { Kind: ActorKind.Official, Name: { } name } => name,
            { Kind: ActorKind.Asker } => DeskTexts.Asker[lang],
            _ => DeskTexts.SystemActor[lang],
        };

    public static string ExplainRefusal(Refusal refusal, Lang lang) =>
        refusal switch
        {
            Refusal.Stale => DeskTexts.Stale[lang],
            Refusal.SupervisorNeeded => DeskPrivacyTexts.SupervisorNeeded[lang],
            Refusal.OwnedByColleague { Name: var name } => DeskTexts.HandledByColleague.With(lang, name),
            Refusal.NoOwner => DeskTexts.TakeFirst[lang],
            Refusal.WrongStatus { Status: var status } => DeskTexts.WrongStatus.With(lang, DeskTexts.LabelOf(status)[lang]),
            Refusal.TextTooLong { MaxLength: var max } => DeskTexts.TextTooLong.With(lang, LocalFormat.Number(max, lang)),
            Refusal.AcknowledgementCannotClose => ReplyBarTexts.AcknowledgementCannotClose[lang],
            Refusal.NothingAnswered => ReplyBarTexts.NothingAnswered[lang],
            Refusal.DraftWaiting => ReplyBarTexts.DraftWaiting[lang],
            Refusal.InvalidMergeTarget { Problem: var problem } => DeskTexts.ExplainMergeProblem(problem)[lang],
            Refusal.UnknownColleague => CaseWorkTexts.UnknownColleague[lang],
            Refusal.UnknownTeam => CaseWorkTexts.UnknownTeam[lang],
            Refusal.CannotUndo => ReplyBarTexts.CannotUndo[lang],
            _ => DeskTexts.TextMissing[lang],
        };
}
