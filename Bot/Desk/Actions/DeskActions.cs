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
    /// <summary>The input of a line or of the chosen colleague, team, body or case.</summary>
    private const string Body = "body";

    private const string Reason = "reason";

    private const string Missing = "missing";

    private static readonly ActionField CloseReasons = new(Reason, ActionInput.Choice, DeskTexts.Reason)
    {
        Options = [.. Enum.GetValues<CloseReason>().Select(reason => new ActionOption(reason.ToString(), DeskTexts.Of(reason)))],
    };

    public static DeskAction Take { get; } =
        new()
        {
            Key = "take",
            Title = DeskTexts.Take,
            Places = ActionPlaces.All,
            IsMain = true,
            IsOffered = (request, _) => request.Status.IsOpen() && (request.OwnerId is null || request.Status == CaseStatus.Reopened),
            Decide = ForOneCase(now => CaseRules.Take(now.Case, now.Command)),
        };

    public static DeskAction Reply { get; } =
        new()
        {
            Key = "reply",
            Title = DeskTexts.Reply,
            Places = ActionPlaces.All,
            IsMain = true,
            HasReplyAids = true,
            TakesUnassigned = true,
            Fields = [Text(DeskTexts.Reply, DeskTexts.ReplyHint) with { BulkHint = WorkTexts.BulkReplyHint }],
            IsOffered = IsInWork,
            Decide = ForOneCase(now => CaseRules.Reply(now.Case, now.Command, now.Text)),
        };

    public static DeskAction AskBack { get; } =
        new()
        {
            Key = "ask-back",
            Title = DeskTexts.AskBack,
            Places = ActionPlaces.Page | ActionPlaces.ChannelCard,
            IsFolded = true,
            Fields =
            [
                new ActionField(Missing, ActionInput.Ticks, WorkTexts.MissingFields)
                {
                    IsRequired = false,
                    Places = ActionPlaces.Page,
                    OptionsFrom = from =>
                        from.Case is null
                            ? []
                            : from.Fields.MissingIn(from.Case.Facts).Select(field => new ActionOption(field.Key, field.DeskLabel)),
                },
                Text(DeskTexts.AskBack, DeskTexts.AskBackHint),
            ],
            IsOffered = IsInWork,
            Decide = ForOneCase(now =>
            {
                var missing = now.Sources.Fields.All.Where(field => now.Values.All(Missing).Contains(field.Key));
                return CaseRules.AskBack(now.Case, now.Command, ReplyDrafts.AskBack(missing, now.Text, now.AskersLanguage));
            }),
        };

    public static DeskAction Close { get; } =
        new()
        {
            Key = "close",
            Title = DeskTexts.Close,
            Places = ActionPlaces.All,
            IsFolded = true,
            Fields = [CloseReasons, Text(DeskTexts.ReasonText, isRequired: false)],
            IsOffered = IsInWork,
            Decide = ForOneCase(now =>
                Enum.TryParse<CloseReason>(now.Values[Reason], out var reason) && Enum.IsDefined(reason)
                    ? CaseRules.Close(now.Case, now.Command, reason, now.Text)
                    : new CaseDecision.Refused(new Refusal.TextMissing())
            ),
        };

    public static DeskAction Forward { get; } =
        new()
        {
            Key = "forward",
            Title = DeskTexts.Forward,
            IsFolded = true,
            Fields =
            [
                new ActionField(Body, ActionInput.Line, DeskTexts.Body)
                {
                    Suggestions = from =>
                        from.Rules.Templates.Bodies.Select(body => body[LangCodes.Parse(from.Case?.Facts.Language) ?? Lang.Vi]),
                },
                Text(DeskTexts.Forward, DeskTexts.ForwardHint),
            ],
            IsOffered = IsInWork,
            Decide = ForOneCase(now => CaseRules.Forward(now.Case, now.Command, now.Values[Body], now.Text)),
        };

    public static DeskAction Merge { get; } =
        new()
        {
            Key = "merge",
            Title = DeskTexts.Merge,
            IsFolded = true,
            Fields = [new ActionField(Body, ActionInput.Line, DeskTexts.MergeTarget) { Suggestions = from => from.SameEnterprise }],
            IsOffered = IsInWork,
            OtherCase = values => CaseNumber.TryParse(values[Body], out var into) ? into : null,
            Decide = now => CaseRules.MergeInto(now.Case, now.Other, now.Command),
        };

    public static DeskAction Withdraw { get; } =
        new()
        {
            Key = "withdraw",
            Title = WorkTexts.WithdrawFor,
            IsFolded = true,
            Fields = [Text(WorkTexts.WithdrawFor, WorkTexts.WithdrawHint)],
            IsOffered = IsInWork,
            Decide = ForOneCase(now => CaseRules.WithdrawFor(now.Case, now.Command, now.Text)),
        };

    public static DeskAction Release { get; } =
        new()
        {
            Key = "release",
            Title = DeskTexts.Release,
            IsOffered = (request, _) => request.Status.IsOpen() && request.OwnerId is not null,
            Decide = ForOneCase(now => CaseRules.Release(now.Case, now.Command)),
        };

    public static DeskAction HandOver { get; } =
        new()
        {
            Key = "hand-over",
            Title = WorkTexts.HandOver,
            Places = ActionPlaces.Page | ActionPlaces.Bulk,
            IsFolded = true,
            Fields =
            [
                new ActionField(Body, ActionInput.Choice, WorkTexts.Colleague) { OptionsFrom = Colleagues },
                Text(WorkTexts.HandOverHint, isRequired: false) with
                {
                    Places = ActionPlaces.Page,
                },
            ],
            IsOffered = (request, official) =>
                (request.Status.IsOpen() || request.Status == CaseStatus.Answered)
                && (request.OwnerId is not null || official?.ActsForOthers == true),
            Decide = ForOneCase(now =>
                CaseRules.HandOver(
                    now.Case,
                    now.Command,
                    now.Sources.Staff.FirstOrDefault(member => member.Id == now.Values[Body]),
                    now.Text
                )
            ),
        };

    public static DeskAction Move { get; } =
        new()
        {
            Key = "move",
            Title = WorkTexts.MoveTo,
            Places = ActionPlaces.Page | ActionPlaces.Bulk,
            IsFolded = true,
            Fields =
            [
                new ActionField(Body, ActionInput.Choice, WorkTexts.Team)
                {
                    OptionsFrom = from =>
                        from.Rules.Routing.Teams.Where(team => team.Key != from.Case?.Routing?.Team)
                            .Select(team => new ActionOption(team.Key, team.Name)),
                },
                Text(WorkTexts.MoveHint, isRequired: false) with
                {
                    Places = ActionPlaces.Page,
                },
            ],
            IsOffered = (request, _) => request.Status.IsOpen(),
            Decide = ForOneCase(now => CaseRules.MoveTo(now.Case, now.Command, now.Sources.Rules.Routing.Find(now.Values[Body]), now.Text)),
        };

    public static DeskAction Reopen { get; } =
        new()
        {
            Key = "reopen",
            Title = DeskTexts.Reopen,
            IsFolded = true,
            Fields = [Text(DeskTexts.Reopen, DeskTexts.ReopenHint)],
            IsOffered = (request, _) => request.Status is CaseStatus.Answered or CaseStatus.Closed or CaseStatus.Forwarded,
            Decide = ForOneCase(now => CaseRules.Reopen(now.Case, now.Command, now.Text)),
        };

    /// <summary>In the order in which pages and cards show them.</summary>
    public static DeskActionList Default { get; } =
        new([Take, Reply, AskBack, Close, Forward, Merge, Withdraw, Release, HandOver, Move, Reopen]);

    private static ActionField Text(LocalizedText label, LocalizedText? hint = null, bool isRequired = true) =>
        new(ActionField.Text, ActionInput.Paragraph, label) { Hint = hint, IsRequired = isRequired };

    private static bool IsInWork(SupportRequest request, Official? official) =>
        request.OwnerId is not null && (request.Status.IsOpen() || request.Status == CaseStatus.Answered);

    private static IEnumerable<ActionOption> Colleagues(ActionSources from) =>
        from member in @from.Staff
        where member.Id != @from.Case?.OwnerId
        select new ActionOption(
            member.Id,
            @from.AwayUntil(member.Id) is { } until ? Away(member.Name, until) : new(member.Name, member.Name)
        );

    private static LocalizedText Away(string name, DateOnly until) =>
        new(
            WorkTexts.AwayFormat.With(Lang.Vi, name, LocalFormat.Day(until, Lang.Vi)),
            WorkTexts.AwayFormat.With(Lang.En, name, LocalFormat.Day(until, Lang.En))
        );
}
