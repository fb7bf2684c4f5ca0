using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Feedback;

/// <summary>Invites the asker to rate a case, once, when an official closes it, but not when it is closed as a duplicate.</summary>
internal sealed class RatingInviter(Outbox outbox) : ICaseObserver
{
    public bool TellsAsker => true;

    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        if (
            caseEvent is not { Kind: CaseEventKind.Closed, Actor.Kind: ActorKind.Official }
            || CloseReasons.GetReason(caseEvent) == CloseReason.Duplicate
            || await db.Set<CaseRating>().AnyAsync(r => r.CaseNumber == request.CaseNumber, cancellationToken)
        )
        {
            return;
        }

        db.Add(new CaseRating { CaseNumber = request.CaseNumber, InvitedAt = caseEvent.At.ToUnixTimeMilliseconds() });
        await db.SaveChangesAsync(cancellationToken);
        var lang = request.Facts.Language == "en" ? Lang.En : Lang.Vi;
        var question = MessageFactory.Attachment(
            RatingCard.Build(request.CaseNumber, lang),
            RatingTexts.Question.With(lang, request.CaseNumber)
        );
        question.Locale = lang.Locale();
        await outbox.AppendAsync(db, request.Asker.GetConversationReference(), question, cancellationToken);
    }
}
