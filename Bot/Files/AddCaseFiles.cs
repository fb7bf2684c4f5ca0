using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Files;

/// <summary>A turn brought files of the asker for a case, which is stored already or by an effect before this one.</summary>
internal sealed record AddCaseFiles(string CaseNumber, IReadOnlyList<StoredFile> Files, DateTimeOffset At) : IEffect;

/// <summary>Makes files part of a case, with the turn that brought them.</summary>
internal sealed class AddCaseFilesHandler(IOptions<CaseFileOptions> options) : IEffectHandler
{
    public bool Handles(IEffect effect) => effect is AddCaseFiles;

    public async Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var added = (AddCaseFiles)effect;
        foreach (var file in added.Files)
        {
            db.Add(CaseFiles.NewRow(added.CaseNumber, file, FileOrigin.Asker, null, options.Value, added.At));
        }

        await db.SaveChangesAsync(cancellationToken);
        return EffectResult.Stored;
    }
}
