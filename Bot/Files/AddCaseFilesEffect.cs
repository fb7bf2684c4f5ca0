using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Files;

/// <summary>Adds files of the asker to a case. The case is already stored, or is stored by an earlier effect of the same turn.</summary>
internal sealed record AddCaseFilesEffect(string CaseNumber, IReadOnlyList<StoredFile> Files, DateTimeOffset At) : IEffect;

/// <summary>Adds files to a case in the transaction of the turn.</summary>
internal sealed class AddCaseFilesHandler(IOptions<CaseFileOptions> options) : IEffectHandler
{
    public bool CanHandle(IEffect effect) => effect is AddCaseFilesEffect;

    public async Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var added = (AddCaseFilesEffect)effect;
        foreach (var file in added.Files)
        {
            db.Add(CaseFileService.CreateRow(added.CaseNumber, file, FileOrigin.Asker, null, options.Value, added.At));
        }

        await db.SaveChangesAsync(cancellationToken);
        return EffectResult.Stored;
    }
}
