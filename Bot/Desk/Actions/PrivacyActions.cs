using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Requests.Rules;
using static PolicyAssistantBot.Desk.Actions.DeskAction;

namespace PolicyAssistantBot.Desk.Actions;

/// <summary>What supervisors record about the personal data of a case.</summary>
internal static class PrivacyActions
{
    public static DeskAction WithdrawConsent { get; } =
        new()
        {
            Key = "withdraw-consent",
            Title = DeskPrivacyTexts.WithdrawConsent,
            IsCollapsed = true,
            Fields = [ActionField.CreateText(DeskPrivacyTexts.Reason, DeskPrivacyTexts.WithdrawConsentHint)],
            IsOffered = (request, official) => official?.CanActForOthers == true && request.MayBeContacted,
            Decide = ForOneCase(invocation => CaseRules.WithdrawConsentForAsker(invocation.Case, invocation.Command, invocation.Text)),
        };

    public static DeskAction Erase { get; } =
        new()
        {
            Key = "erase",
            Title = DeskPrivacyTexts.Erase,
            IsCollapsed = true,
            Fields = [ActionField.CreateText(DeskPrivacyTexts.Reason, DeskPrivacyTexts.EraseHint)],
            IsOffered = (request, official) =>
                official?.CanActForOthers == true && request.ErasedAt is null && CaseRules.HasEnded(request.Status),
            Decide = ForOneCase(invocation => CaseRules.EraseForAsker(invocation.Case, invocation.Command, invocation.Text)),
        };
}
