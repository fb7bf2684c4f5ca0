using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests;

/// <summary>Stores a submitted request with the turn that filed it.</summary>
internal sealed class SubmitRequestHandler : IEffectHandler
{
    public bool Handles(IEffect effect) => effect is SubmitRequest;

    public async Task ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var (request, first) = (SubmitRequest)effect;
        var asker = request.Asker;
        var isFiled = await db.Set<RequestRow>().AnyAsync(
            r => r.ChannelId == asker.ChannelId && r.ConversationId == asker.ConversationId && r.ActivityId == asker.ActivityId,
            cancellationToken);
        if (!isFiled)
        {
            db.Add(RequestRows.ToRow(request));
            db.Add(first);
        }
    }
}
