using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests;

/// <param name="UnknownNames">User names in the text that nobody has, without the sign before them.</param>
internal sealed record NoteMentions(IReadOnlyList<StaffMember> Colleagues, IReadOnlyList<string> UnknownNames);

/// <summary>Is called for every mention, to notify the colleague.</summary>
internal interface IMentionObserver
{
    /// <summary>Adds to the transaction that stores the note. Must not send anything.</summary>
    Task OnMentionedAsync(AssistantDb db, CaseNote note, StaffMember colleague, CancellationToken cancellationToken);
}

/// <summary>Stores notes and the colleagues whom they mention: written <c>@lan</c>, or all members of a team by its key.</summary>
internal sealed partial class CaseNoteStore(
    IDbContextFactory<AssistantDb> dbContextFactory,
    IStaffDirectory staff,
    DeskSettingsStore settings,
    TimeProvider time,
    IEnumerable<IMentionObserver> observers
)
{
    public async Task<IReadOnlyList<CaseNote>> ListAsync(string caseNumber, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<CaseNote>()
            .AsNoTracking()
            .Where(n => n.CaseNumber == caseNumber)
            .OrderBy(n => n.At)
            .ThenBy(n => n.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Stores a note, and removes it from its author's draft.</summary>
    /// <param name="formId">The same for every submission of one form: one that is submitted twice stores one note.</param>
    /// <returns>What keeps the note from being stored; null when it is.</returns>
    public async Task<Refusal?> AddAsync(
        CaseNumber number,
        Official author,
        string? text,
        string? formId,
        CancellationToken cancellationToken
    )
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > TextLimits.CaseText)
        {
            return trimmed.Length == 0 ? new Refusal.TextMissing() : new Refusal.TextTooLong(TextLimits.CaseText);
        }

        var colleagues = (await FindMentionsAsync(trimmed, cancellationToken)).Colleagues;
        var (caseNumber, id) = (number.ToString(), Guid.TryParseExact(formId, "D", out var form) ? form.ToString() : CreateId());
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Set<CaseNote>().AsNoTracking().FirstOrDefaultAsync(n => n.Id == id, cancellationToken) is { } earlier)
        {
            if (earlier.CaseNumber == caseNumber && earlier.AuthorId == author.Id && earlier.Text == trimmed)
            {
                return null;
            }

            // Another text in a form that was submitted before: the browser showed it again.
            id = CreateId();
        }

        var note = new CaseNote
        {
            Id = id,
            CaseNumber = caseNumber,
            At = time.GetUtcNow(),
            AuthorId = author.Id,
            AuthorName = author.Name,
            Text = trimmed,
        };
        db.Add(note);
        await CaseDraftStore.RemoveSentAsync(
            db,
            author.Id,
            note.CaseNumber,
            CaseDraft.NoteInputName,
            note.Text,
            name => name == CaseDraft.NoteInputName,
            cancellationToken
        );
        db.AddRange(
            colleagues
                .Where(c => c.Id != author.Id)
                .Select(c => new CaseMention
                {
                    NoteId = note.Id,
                    AccountId = c.Id,
                    CaseNumber = note.CaseNumber,
                })
        );
        await db.SaveChangesAsync(cancellationToken);
        foreach (var colleague in colleagues.Where(c => c.Id != author.Id))
        {
            foreach (var observer in observers)
            {
                await observer.OnMentionedAsync(db, note, colleague, cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Whom a note mentions.</summary>
    public async Task<NoteMentions> FindMentionsAsync(string text, CancellationToken cancellationToken)
    {
        var names = FindMentionedNames(text);
        if (names.Count == 0)
        {
            return new NoteMentions([], []);
        }

        var routing = (await settings.GetAsync(cancellationToken)).Routing;
        var teams = routing.Teams.Where(team => names.Contains(team.Key, StringComparer.OrdinalIgnoreCase)).ToList();
        var colleagues = await staff.FindAsync(
            [.. names.Concat(teams.SelectMany(team => team.Members)).Distinct(StringComparer.OrdinalIgnoreCase)],
            cancellationToken
        );
        return new NoteMentions(
            colleagues,
            [
                .. names.Where(name =>
                    !colleagues.Any(c => c.UserName.Equals(name, StringComparison.OrdinalIgnoreCase))
                    && !teams.Any(team => team.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && team.Members.Count > 0)
                ),
            ]
        );
    }

    private static List<string> FindMentionedNames(string text) =>
        [
            .. MentionRegex()
                .Matches(text)
                .Select(match => match.Groups["name"].Value.TrimEnd('.').ToLowerInvariant())
                .Distinct(StringComparer.Ordinal),
        ];

    private string CreateId() => Guid.CreateVersion7(time.GetUtcNow()).ToString();

    /// <summary>The cases whose notes mention this official and that the official has not opened since.</summary>
    public async Task<IReadOnlyList<string>> ListCasesWithUnreadMentionsAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<CaseMention>()
            .Where(m => m.AccountId == accountId && !m.IsRead)
            .Select(m => m.CaseNumber)
            .Distinct()
            .OrderBy(n => n)
            .Take(20)
            .ToListAsync(cancellationToken);
    }

    public async Task MarkMentionsReadAsync(string caseNumber, string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var unread = db.Set<CaseMention>().Where(m => m.AccountId == accountId && !m.IsRead && m.CaseNumber == caseNumber);
        if (await unread.AnyAsync(cancellationToken))
        {
            await unread.ExecuteUpdateAsync(set => set.SetProperty(m => m.IsRead, true), cancellationToken);
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}@.])@(?<name>[A-Za-z0-9][A-Za-z0-9._-]{1,99})", RegexOptions.ExplicitCapture)]
    private static partial Regex MentionRegex();
}
