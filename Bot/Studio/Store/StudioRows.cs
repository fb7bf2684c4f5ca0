using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;

namespace PolicyAssistantBot.Studio.Store;

/// <summary>What is stored together: rows that are added within a transaction of the caller.</summary>
internal static class StudioRows
{
    public static string ComputeDigest(IEnumerable<SetMember> members) =>
        EventChain.Digest(
            members
                .OrderBy(member => member.Path, StringComparer.Ordinal)
                .Aggregate(new StringBuilder(), (text, member) => text.Append(member.Path).Append('\n').Append(member.Digest).Append('\n'))
                .ToString()
        );

    public static Task<SetRow?> FindLiveSetAsync(this AssistantDb db, CancellationToken cancellationToken) =>
        db.Set<SetRow>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Adds a text as the next revision of its article. An equal text is not stored twice.</summary>
    public static async Task<RevisionRow> AddRevisionAsync(
        this AssistantDb db,
        PreparedFile prepared,
        int basedOn,
        RevisionOrigin origin,
        StudioPerson? by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var revisions = db.Set<RevisionRow>().AsNoTracking().Where(r => r.Key == prepared.Key);
        if (await revisions.FirstOrDefaultAsync(r => r.Digest == prepared.Digest, cancellationToken) is { } known)
        {
            return known;
        }

        var last = await revisions.MaxAsync(r => (int?)r.Number, cancellationToken) ?? 0;
        var row = new RevisionRow
        {
            Key = prepared.Key,
            Number = last + 1,
            Path = prepared.File.Path,
            Text = prepared.File.Text,
            Digest = prepared.Digest,
            MeaningDigest = prepared.Meaning,
            BasedOn = basedOn,
            Origin = origin,
            At = at,
            ById = by?.Id,
            ByName = by?.Name,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>Adds a set after the live one, which makes it live, and the event that says so.</summary>
    public static async Task<SetRow> AddSetAsync(
        this AssistantDb db,
        SetRow set,
        StudioEvent published,
        CancellationToken cancellationToken
    )
    {
        var next = set with { Digest = ComputeDigest(set.Members) };
        db.Add(next);
        await db.AppendEventAsync(published with { Set = next.Number, Digest = next.Digest }, cancellationToken);
        return next;
    }

    /// <summary>Adds an event to the chain and saves everything added before it.</summary>
    public static async Task AppendEventAsync(this AssistantDb db, StudioEvent next, CancellationToken cancellationToken)
    {
        var last = await db.Set<StudioEvent>().AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellationToken);
        db.Add(EventChain.Append(last, next));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>An event of a person, or of the program itself.</summary>
    public static StudioEvent CreateEvent(StudioEventKind kind, StudioPerson? by, DateTimeOffset at) =>
        new()
        {
            Number = 0,
            At = at,
            Kind = kind,
            ById = by?.Id,
            ByName = by?.Name,
        };

    public static SetMember ToMember(this RevisionRow revision) => new(revision.Key, revision.Number, revision.Path, revision.Digest);
}

/// <summary>A file with what is computed of it before a transaction begins.</summary>
/// <param name="Digest">Of its place and its text.</param>
/// <param name="Meaning">The article's <c>Revision</c>; empty when the text cannot be read.</param>
internal sealed record PreparedFile(ArticleFile File, string Key, string Digest, string Meaning)
{
    public static PreparedFile Of(ArticleFile file) =>
        new(
            file,
            KeyOf(file.Path),
            DigestOf(file),
            ArticleReader.Read(file.Path, file.Text) is ArticleReadResult.Valid { Article: var article } ? article.Revision : ""
        );

    /// <summary>The key of an article file: its name.</summary>
    public static string KeyOf(string path) => Path.GetFileNameWithoutExtension(path);

    public static string DigestOf(ArticleFile file) => EventChain.Digest($"{file.Path}\n{file.Text}");
}
