using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class CaseRules
{
    /// <summary>Who erases cases whose retention period has ended.</summary>
    public static Actor RetentionActor { get; } = new(ActorKind.System, "retention", null);

    /// <summary>
    /// Erases the content and the contact of a case that has ended. The number, the kind, the dates, the status and the hashes remain; the
    /// caller removes the texts of earlier events from the store.
    /// </summary>
    /// <param name="reason">Required from an official.</param>
    public static CaseDecision Erase(CaseWithHistory stored, Actor actor, string channel, DateTimeOffset at, string? reason) =>
        stored.Request switch
        {
            { ErasedAt: not null } => new CaseDecision.AlreadyDone(),
            { Status: not (Closed or Forwarded or Merged or Withdrawn) } => Refuse(new Refusal.WrongStatus(stored.Request.Status)),
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
                .Modify(request =>
                    request with
                    {
                        Facts = request.Facts.WithoutPersonalData(),
                        Asker = new Asker(request.Asker.ChannelId, "", "", request.CaseNumber, "{}"),
                        Routing = request.Routing is { } routing ? routing with { Reasons = [] } : null,
                        ErasedAt = request.ChangedAt,
                    }
                ),
        };

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
}
