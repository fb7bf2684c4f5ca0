using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Privacy.Retention;

/// <summary>Erases the content and the contact of cases that ended long ago; their history and their figures remain.</summary>
internal sealed class CaseRetention(
    IDbContextFactory<AssistantDb> dbContextFactory,
    BatchWriter writer,
    PersonalDataEraser eraser,
    DeskSettingsStore settingsStore,
    FileStore files,
    IOptions<RetentionOptions> options,
    TimeProvider time
)
{
    /// <summary>The cases that are erased at once; each takes some 30 statements.</summary>
    private const int BatchSize = 10;

    /// <returns>The number of erased cases.</returns>
    public async Task<int> EraseDueAsync(CancellationToken cancellationToken)
    {
        var (count, now) = (0, time.GetUtcNow());
        var before = now.AddDays(-options.Value.Cases);
        while (true)
        {
            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            var due = await db.Set<CaseRow>()
                .Where(r => r.Group == CaseGroup.Ended && r.ChangedAt < before && r.ErasedAt == null)
                .OrderBy(r => r.ChangedAt)
                .Select(r => r.CaseNumber)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            if (due.Count == 0)
            {
                return count;
            }

            count += await EraseAsync(db, due, now, cancellationToken);
        }
    }

    /// <summary>Files are deleted after the commit; should the process end before, they are deleted as files without a case.</summary>
    private async Task<int> EraseAsync(AssistantDb db, List<string> numbers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var settings = await settingsStore.GetAsync(cancellationToken);
        var fileIds = await db.Set<CaseFileRow>()
            .Where(f => numbers.Contains(f.CaseNumber))
            .Select(f => f.Id)
            .ToListAsync(cancellationToken);
        var order = new ErasureOrder(CaseRules.RetentionActor, "system", null);
        await writer.WriteAsync(
            async scope =>
            {
                await eraser.EraseCasesAsync(scope.Db, numbers, order, now, settings, cancellationToken);
                return true;
            },
            cancellationToken
        );
        fileIds.ForEach(files.Delete);
        return numbers.Count;
    }
}
