using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class CaseRules
{
    /// <summary>Who erases cases whose retention period has ended.</summary>
    public static Actor RetentionActor { get; } = new(ActorKind.System, "retention", null);

    /// <summary>Who repeats erasures after a restore.</summary>
    public static Actor RestoreActor { get; } = new(ActorKind.System, "restore", null);

    public static bool HasEnded(CaseStatus status) => status is Closed or Forwarded or Merged or Withdrawn;

    /// <summary>
    /// Erases the content and the contact of a case that has ended. The number, the kind, the dates, the status and the hashes remain; the
    /// caller removes the texts of earlier events from the store.
    /// </summary>
    /// <param name="reason">Required from an official.</param>
    public static CaseDecision Erase(CaseWithHistory stored, Actor actor, string channel, DateTimeOffset at, string? reason) =>
        stored.Request switch
        {
            { ErasedAt: not null } => new CaseDecision.AlreadyDone(),
            { Status: var status } when !HasEnded(status) => Refuse(new Refusal.WrongStatus(stored.Request.Status)),
            _ => ApplyChange(
                    stored,
                    CaseEventKind.Erased,
                    stored.Request.Status,
                    actor,
                    channel,
                    at,
                    actor.Kind == ActorKind.Official ? ChangeText.Required(reason) : ChangeText.Optional(reason),
                    detail: null
                )
                .Modify(WithoutContent),
        };

    /// <summary>
    /// Repeats an erasure that a restored database does not know. A case that was still open in it ends, because nobody can work on it
    /// without its content.
    /// </summary>
    public static CaseDecision EraseAgain(CaseWithHistory stored, DateTimeOffset at)
    {
        var status = stored.Request.Status;
        return stored.Request.ErasedAt is not null
            ? new CaseDecision.AlreadyDone()
            : ApplyChange(
                    stored,
                    CaseEventKind.Erased,
                    HasEnded(status) ? status : Withdrawn,
                    RestoreActor,
                    "system",
                    at,
                    ChangeText.None,
                    detail: null
                )
                .Modify(WithoutContent);
    }

    /// <summary>Erases the content and the contact at the asker's request, for example by letter; only a supervisor may.</summary>
    public static CaseDecision EraseForAsker(CaseWithHistory stored, CaseCommand command, string? reason) =>
        CheckSupervisor(stored, command) ?? Erase(stored, command.Official.Actor, command.Channel, command.At, reason);

    /// <summary>Records a withdrawal of consent that reached the Department elsewhere; only a supervisor may.</summary>
    public static CaseDecision WithdrawConsentForAsker(CaseWithHistory stored, CaseCommand command, string? reason) =>
        CheckSupervisor(stored, command) ?? WithdrawConsent(stored, command.Official.Actor, command.Channel, command.At, reason);

    /// <summary>Records that the asker withdrew the consent to be contacted; the case goes on in the chat.</summary>
    public static CaseDecision WithdrawConsent(CaseWithHistory stored, Actor actor, string channel, DateTimeOffset at, string? reason) =>
        stored.Request is { ConsentWithdrawnAt: not null } or { ErasedAt: not null }
            ? new CaseDecision.AlreadyDone()
            : ApplyChange(
                    stored,
                    CaseEventKind.ConsentWithdrawn,
                    stored.Request.Status,
                    actor,
                    channel,
                    at,
                    actor.Kind == ActorKind.Official ? ChangeText.Required(reason) : ChangeText.Optional(reason),
                    detail: null
                )
                .Modify(request => request with { ConsentWithdrawnAt = request.ChangedAt });

    private static CaseDecision.Refused? CheckSupervisor(CaseWithHistory stored, CaseCommand command) =>
        !command.Official.CanActForOthers ? Refuse(new Refusal.SupervisorNeeded())
        : command.ExpectedVersion != stored.Request.Version ? Refuse(new Refusal.Stale())
        : null;

    private static SupportRequest WithoutContent(SupportRequest request) =>
        request with
        {
            Facts = request.Facts.WithoutPersonalData(),
            Asker = new Asker(request.Asker.ChannelId, "", "", request.CaseNumber, "{}"),
            Routing = request.Routing is { } routing ? routing with { Reasons = [] } : null,
            ErasedAt = request.ChangedAt,
        };
}
