using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using static PolicyAssistantBot.Desk.Actions.DeskAction;

namespace PolicyAssistantBot.Desk.Actions;

/// <summary>The actions of this product. Adding one: docs/architecture.md.</summary>
internal static class DeskActions
{
    /// <summary>The input for the target of an action: the authority, case, colleague or team.</summary>
    internal const string TargetInputName = "body";

    /// <summary>The input that says that a reply only confirms the receipt.</summary>
    internal const string AcknowledgementInputName = "acknowledgement";

    internal const string AcknowledgementValue = "yes";

    private const string ReasonInputName = "reason";

    private const string MissingFieldsInputName = "missing";

    private const string PapersInputName = "papers";

    private static readonly ActionField CloseReasonField = new(ReasonInputName, ActionInput.Choice, DeskTexts.Reason)
    {
        Options = [.. Enum.GetValues<CloseReason>().Select(reason => new ActionOption(reason.ToString(), DeskTexts.LabelOf(reason)))],
    };

    public static DeskAction Take { get; } =
        new()
        {
            Key = "take",
            Title = DeskTexts.Take,
            DoneText = ReplyBarTexts.Taken,
            Places = ActionPlaces.All,
            IsPrimary = true,
            IsOffered = (request, _) => request.Status.IsOpen() && (request.OwnerId is null || request.Status == CaseStatus.Reopened),
            Decide = ForOneCase(invocation => CaseRules.Take(invocation.Case, invocation.Command)),
        };

    public static DeskAction ReplyAndClose { get; } =
        new()
        {
            Key = "reply-close",
            Title = ReplyBarTexts.SendAndClose,
            Places = ActionPlaces.None,
            TakesUnassignedCases = true,
            DoneText = ReplyBarTexts.RepliedAndClosed,
            IsOffered = CanBeAnswered,
            Decide = invocation =>
                IsAcknowledgement(invocation.Values)
                    ? new CaseChange(invocation.Case, new CaseDecision.Refused(new Refusal.AcknowledgementCannotClose()))
                    : CaseRules.ReplyAndClose(invocation.Case, invocation.Command, invocation.Text),
        };

    public static DeskAction Reply { get; } =
        new()
        {
            Key = "reply",
            Title = DeskTexts.Reply,
            Places = ActionPlaces.ReplyBar | ActionPlaces.ChannelCard | ActionPlaces.Bulk,
            IsPrimary = true,
            TakesUnassignedCases = true,
            DoneText = ReplyBarTexts.Replied,
            AndClose = ReplyAndClose,
            Fields =
            [
                ActionField.CreateText(DeskTexts.Reply, DeskTexts.ReplyHint) with
                {
                    BulkHint = CaseWorkTexts.BulkReplyHint,
                },
                new ActionField(AcknowledgementInputName, ActionInput.Checkboxes, ReplyBarTexts.AcknowledgementLabel)
                {
                    IsRequired = false,
                    Places = ActionPlaces.ReplyBar | ActionPlaces.Bulk,
                    Options = [new ActionOption(AcknowledgementValue, ReplyBarTexts.AcknowledgementOption)],
                },
            ],
            IsOffered = CanBeAnswered,
            Decide = ForOneCase(invocation =>
                IsAcknowledgement(invocation.Values)
                    ? CaseRules.Acknowledge(invocation.Case, invocation.Command, invocation.Text)
                    : CaseRules.Reply(invocation.Case, invocation.Command, invocation.Text)
            ),
        };

    public static DeskAction RequestInformation { get; } =
        new()
        {
            Key = "ask-back",
            Title = DeskTexts.RequestInformation,
            Places = ActionPlaces.ReplyBar | ActionPlaces.ChannelCard,
            IsCollapsed = true,
            TakesUnassignedCases = true,
            DoneText = ReplyBarTexts.AskedBack,
            Fields =
            [
                new ActionField(MissingFieldsInputName, ActionInput.Checkboxes, CaseWorkTexts.MissingFields)
                {
                    IsRequired = false,
                    Places = ActionPlaces.ReplyBar,
                    CreateOptions = sources =>
                        sources.Case is null
                            ? []
                            : sources
                                .Fields.ListMissingIn(sources.Case.Facts)
                                .Select(field => new ActionOption(field.Key, field.DeskLabel)),
                },
                new ActionField(PapersInputName, ActionInput.Checkboxes, ReplyBarTexts.UsualPapers)
                {
                    IsRequired = false,
                    Places = ActionPlaces.ReplyBar,
                    CreateOptions = sources => sources.Settings.Templates.Papers.Select(paper => new ActionOption(paper.Vi, paper)),
                },
                ActionField.CreateText(DeskTexts.RequestInformation, DeskTexts.RequestInformationHint),
            ],
            IsOffered = CanBeAnswered,
            Decide = ForOneCase(invocation =>
            {
                var missing = invocation.Sources.Fields.All.Where(field =>
                    invocation.Values.GetAll(MissingFieldsInputName).Contains(field.Key)
                );
                return CaseRules.RequestInformation(
                    invocation.Case,
                    invocation.Command,
                    ReplyDrafts.ComposeInformationRequest(
                        missing,
                        invocation.Sources.Settings.Templates.Papers.Where(paper =>
                            invocation.Values.GetAll(PapersInputName).Contains(paper.Vi)
                        ),
                        invocation.Text,
                        invocation.AskerLanguage
                    )
                );
            }),
        };

    public static DeskAction Correct { get; } =
        new()
        {
            Key = "correct",
            Title = ReplyBarTexts.Correct,
            Places = ActionPlaces.ReplyBar,
            DoneText = ReplyBarTexts.Corrected,
            Fields = [ActionField.CreateText(ReplyBarTexts.Correct)],
            IsOffered = (request, _) => request is { ErasedAt: null, Status: CaseStatus.Answered or CaseStatus.Closed },
            Decide = ForOneCase(invocation => CaseRules.Correct(invocation.Case, invocation.Command, invocation.Text)),
        };

    public static DeskAction Close { get; } =
        new()
        {
            Key = "close",
            Title = DeskTexts.Close,
            Places = ActionPlaces.All,
            IsCollapsed = true,
            Fields = [CloseReasonField, ActionField.CreateText(DeskTexts.ReasonText, isRequired: false)],
            IsOffered = IsInProgress,
            Decide = ForOneCase(invocation =>
                Enum.TryParse<CloseReason>(invocation.Values[ReasonInputName], out var reason) && Enum.IsDefined(reason)
                    ? CaseRules.Close(invocation.Case, invocation.Command, reason, invocation.Text)
                    : new CaseDecision.Refused(new Refusal.TextMissing())
            ),
        };

    public static DeskAction Forward { get; } =
        new()
        {
            Key = "forward",
            Title = DeskTexts.Forward,
            Places = ActionPlaces.ReplyBar,
            TakesUnassignedCases = true,
            DoneText = ReplyBarTexts.Forwarded,
            Fields =
            [
                new ActionField(TargetInputName, ActionInput.SingleLine, DeskTexts.ReceivingAuthority)
                {
                    CreateSuggestions = sources =>
                        sources.Settings.Templates.Authorities.Select(authority =>
                            authority[LangCodes.Parse(sources.Case?.Facts.Language) ?? Lang.Vi]
                        ),
                },
                ActionField.CreateText(DeskTexts.Forward, DeskTexts.ForwardHint),
            ],
            IsOffered = CanBeAnswered,
            Decide = ForOneCase(invocation =>
                CaseRules.Forward(invocation.Case, invocation.Command, invocation.Values[TargetInputName], invocation.Text)
            ),
        };

    public static DeskAction Merge { get; } =
        new()
        {
            Key = "merge",
            Title = DeskTexts.Merge,
            IsCollapsed = true,
            TakesUnassignedCases = true,
            Fields =
            [
                new ActionField(TargetInputName, ActionInput.SingleLine, DeskTexts.MergeTarget)
                {
                    CreateSuggestions = sources => sources.SameEnterpriseCaseNumbers,
                },
            ],
            IsOffered = CanBeAnswered,
            ReadSecondCaseNumber = values => CaseNumber.TryParse(values[TargetInputName], out var target) ? target : null,
            Decide = invocation => CaseRules.MergeInto(invocation.Case, invocation.SecondCase, invocation.Command),
        };

    public static DeskAction WithdrawForAsker { get; } =
        new()
        {
            Key = "withdraw",
            Title = CaseWorkTexts.WithdrawForAsker,
            IsCollapsed = true,
            Fields = [ActionField.CreateText(CaseWorkTexts.WithdrawForAsker, CaseWorkTexts.WithdrawHint)],
            IsOffered = IsInProgress,
            Decide = ForOneCase(invocation => CaseRules.WithdrawForAsker(invocation.Case, invocation.Command, invocation.Text)),
        };

    public static DeskAction Reopen { get; } =
        new()
        {
            Key = "reopen",
            Title = DeskTexts.Reopen,
            IsCollapsed = true,
            Fields = [ActionField.CreateText(DeskTexts.Reopen, DeskTexts.ReopenHint)],
            // An answered case is still open: to reopen it stands beside its closing only in the rule.
            IsOffered = (request, _) => request.Status is CaseStatus.Closed or CaseStatus.Forwarded,
            Decide = ForOneCase(invocation =>
                CaseRules.Reopen(invocation.Case, invocation.Command, invocation.Text).WithoutLeaver(invocation.Sources.LeaverIds.Contains)
            ),
        };

    /// <summary>In the order in which pages and cards show them.</summary>
    public static DeskActionList Default { get; } =
        new([
            Take,
            Reply,
            RequestInformation,
            Close,
            Forward,
            Correct,
            Merge,
            WithdrawForAsker,
            AssignmentActions.Release,
            AssignmentActions.HandOver,
            AssignmentActions.MoveToTeam,
            Reopen,
            PrivacyActions.WithdrawConsent,
            PrivacyActions.Erase,
        ]);

    internal static bool IsAcknowledgement(ActionValues values) => values[AcknowledgementInputName] == AcknowledgementValue;

    /// <summary>On a card that everyone sees, a case without an owner has to be taken first.</summary>
    private static bool CanBeAnswered(SupportRequest request, Official? official) =>
        IsInProgress(request, official)
        || (official is not null && request is { OwnerId: null, Status: CaseStatus.Submitted or CaseStatus.Reopened });

    private static bool IsInProgress(SupportRequest request, Official? official) =>
        request.OwnerId is not null && (request.Status.IsOpen() || request.Status == CaseStatus.Answered);
}
