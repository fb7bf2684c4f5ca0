using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Reads and writes cases.</summary>
internal sealed class CaseStore(IDbContextFactory<AssistantDb> dbContextFactory)
{
    /// <summary>A bound for a list that is read in a turn; no asker has as many open cases.</summary>
    private const int MaxOpenCases = 200;

    /// <summary>A case for the user who filed it; null for anyone else, and when there is none.</summary>
    public async Task<CaseWithHistory?> FindForAskerAsync(
        CaseNumber number,
        string channelId,
        string userId,
        CancellationToken cancellationToken
    )
    {
        var foundCase = await FindAsync(number, cancellationToken);
        return foundCase?.Request.Asker is { } asker && asker.ChannelId == channelId && asker.UserId == userId ? foundCase : null;
    }

    /// <summary>How many cases a user submitted since a time.</summary>
    public async Task<int> CountSubmittedAsync(string channelId, string userId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<CaseRow>()
            .CountAsync(r => r.ChannelId == channelId && r.UserId == userId && r.SubmittedAt > since, cancellationToken);
    }

    /// <summary>The cases that a user filed, the most recently changed first.</summary>
    public async Task<IReadOnlyList<SupportRequest>> ListForAskerAsync(
        string channelId,
        string userId,
        int limit,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<CaseRow>()
            .AsNoTracking()
            .Where(r => r.ChannelId == channelId && r.UserId == userId)
            .OrderByDescending(r => r.ChangedAt)
            .Take(limit)
            .ToListAsync(cancellationToken);
        var known = new List<SupportRequest>(rows.Count);
        foreach (var request in rows.Select(CaseRowMapper.ToRequest))
        {
            known.Add(
                await DelayedNotice.FindFirstWaitingAsync(db, request.CaseNumber, cancellationToken) is { } waiting
                && await ReadAsync(db, request.CaseNumber, cancellationToken) is { } stored
                    ? stored.Before(waiting).Request
                    : request
            );
        }

        return known;
    }

    /// <summary>The case as its asker knows it: without what an official can still take back.</summary>
    public async Task<CaseWithHistory> HideWaitingAsync(CaseWithHistory stored, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await DelayedNotice.FindFirstWaitingAsync(db, stored.Request.CaseNumber, cancellationToken) is { } waiting
            ? stored.Before(waiting)
            : stored;
    }

    /// <summary>The cases of a user that have not ended: first those in which an official waits for an answer, then by their last
    /// change.</summary>
    public async Task<IReadOnlyList<SupportRequest>> ListOpenForAskerAsync(
        string channelId,
        string userId,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<CaseRow>()
            .AsNoTracking()
            .Where(r => r.ChannelId == channelId && r.UserId == userId && r.Group != CaseGroup.Ended)
            .OrderByDescending(r => r.Group == CaseGroup.WaitingForAsker)
            .ThenByDescending(r => r.ChangedAt)
            .Take(MaxOpenCases)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(CaseRowMapper.ToRequest)];
    }

    /// <summary>A case with its whole history, for the service itself.</summary>
    public Task<CaseWithHistory?> FindAsync(CaseNumber number, CancellationToken cancellationToken) =>
        FindAsync(number, CaseAccess.Full, cancellationToken);

    /// <summary>A case with its whole history, for a person at the desk; null when there is none, and when the person may not see
    /// it.</summary>
    public async Task<CaseWithHistory?> FindAsync(CaseNumber number, CaseAccess access, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, number.ToString(), access, cancellationToken);
    }

    /// <summary>The version of a case, to see whether it changed; null when there is none for this person.</summary>
    public async Task<int?> GetVersionAsync(CaseNumber number, CaseAccess access, CancellationToken cancellationToken)
    {
        var caseNumber = number.ToString();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var version = await db.Set<CaseRow>()
            .VisibleTo(access)
            .Where(r => r.CaseNumber == caseNumber)
            .Select(r => (int?)r.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return version ?? (await ReadIfMentionedAsync(db, caseNumber, access, cancellationToken))?.Version;
    }

    internal static Task<CaseWithHistory?> ReadAsync(AssistantDb db, string caseNumber, CancellationToken cancellationToken) =>
        ReadAsync(db, caseNumber, CaseAccess.Full, cancellationToken);

    internal static async Task<CaseWithHistory?> ReadAsync(
        AssistantDb db,
        string caseNumber,
        CaseAccess access,
        CancellationToken cancellationToken
    )
    {
        var row = await db.Set<CaseRow>()
            .AsNoTracking()
            .VisibleTo(access)
            .FirstOrDefaultAsync(r => r.CaseNumber == caseNumber, cancellationToken);
        row ??= await ReadIfMentionedAsync(db, caseNumber, access, cancellationToken);
        if (row is null)
        {
            return null;
        }

        // The case may have changed between the two reads: events that are newer than the row are left out.
        var history = await db.Set<CaseEvent>()
            .AsNoTracking()
            .Where(e => e.CaseNumber == caseNumber && e.Sequence <= row.Version)
            .OrderBy(e => e.Sequence)
            .ToListAsync(cancellationToken);
        return new CaseWithHistory(CaseRowMapper.ToRequest(row), history);
    }

    /// <summary>An official who is mentioned in a note may read its case.</summary>
    private static async Task<CaseRow?> ReadIfMentionedAsync(
        AssistantDb db,
        string caseNumber,
        CaseAccess access,
        CancellationToken cancellationToken
    ) =>
        access.OfficialId is { } officialId
        && await db.Set<CaseMention>().AnyAsync(m => m.AccountId == officialId && m.CaseNumber == caseNumber, cancellationToken)
            ? await db.Set<CaseRow>().AsNoTracking().FirstOrDefaultAsync(r => r.CaseNumber == caseNumber, cancellationToken)
            : null;
}

/// <summary>A case and its history, oldest event first.</summary>
public sealed record CaseWithHistory(SupportRequest Request, IReadOnlyList<CaseEvent> History)
{
    /// <summary>What an official last wrote to the asker; null before that.</summary>
    public CaseEvent? LastFromOfficial =>
        UndoneEvents
            .RemoveUndone(History)
            .LastOrDefault(entry => entry.Kind is CaseEventKind.Replied or CaseEventKind.AskedBack or CaseEventKind.Closed);

    /// <summary>The case as it was before an event, to be shown: its status and its history.</summary>
    public CaseWithHistory Before(int sequence)
    {
        var earlier = History.Where(e => e.Sequence < sequence).ToList();
        return new CaseWithHistory(Request with { Status = earlier[^1].StatusAfter }, earlier);
    }

    public CaseWithHistory Apply(CaseDecision.Changed change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new CaseWithHistory(change.Request, [.. History, change.Event]);
    }
}
