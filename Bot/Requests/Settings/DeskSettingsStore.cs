using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Settings;

/// <summary>The result of saving an edited document.</summary>
internal abstract record SettingOutcome
{
    private SettingOutcome() { }

    internal sealed record Saved(DeskSettings Settings) : SettingOutcome;

    internal sealed record Invalid(IReadOnlyList<Problem> Problems) : SettingOutcome;

    /// <summary>Another version was saved in the meantime.</summary>
    internal sealed record Stale(SettingDocument Current) : SettingOutcome;
}

/// <summary>Stores the documents that supervisors edit. A document is checked before it is saved, so stored documents are valid.</summary>
internal sealed partial class DeskSettingsStore(
    IDbContextFactory<AssistantDb> dbContextFactory,
    IStaffDirectory staff,
    DeadlineDefinitionList definitions,
    TimeProvider time,
    ILogger<DeskSettingsStore> log
)
{
    /// <summary>How long the settings are cached; a change on another replica may go unnoticed for that long.</summary>
    private static readonly TimeSpan MaxCacheAge = TimeSpan.FromSeconds(5);

    private volatile CachedSettings? cached;

    /// <summary>The rules that are in force.</summary>
    public async ValueTask<DeskSettings> GetAsync(CancellationToken cancellationToken)
    {
        var current = cached;
        if (current is not null && time.GetElapsedTime(current.LoadedAt) < MaxCacheAge)
        {
            return current.Settings;
        }

        var loadedAt = time.GetTimestamp();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var versions = await db.Set<SettingDocument>()
            .Where(d => d.Kind != SettingKind.Retention)
            .GroupBy(d => d.Kind)
            .Select(g => new { Kind = g.Key, Version = g.Max(d => d.Version) })
            .ToDictionaryAsync(v => v.Kind, v => v.Version, cancellationToken);
        var stamp = string.Join(',', versions.OrderBy(v => v.Key).Select(v => $"{v.Key}{v.Value}"));
        if (current is null || current.VersionStamp != stamp)
        {
            var texts = new Dictionary<SettingKind, string>();
            foreach (var (kind, version) in versions)
            {
                texts[kind] = await db.Set<SettingDocument>()
                    .Where(d => d.Kind == kind && d.Version == version)
                    .Select(d => d.Text)
                    .SingleAsync(cancellationToken);
            }

            var problems = new List<Problem>();
            var deskSettings = DeskSettings.Read(definitions, texts.GetValueOrDefault, problems);
            if (problems.Count > 0)
            {
                LogUnusable(problems[0].ToString());
                deskSettings = current?.Settings ?? DeskSettings.Read(definitions, _ => null, []);
            }

            current = new CachedSettings(deskSettings, stamp, loadedAt);
        }

        cached = current with { LoadedAt = loadedAt };
        return current.Settings;
    }

    /// <summary>The current version of a document; version 0 if it was never edited.</summary>
    public async Task<SettingDocument> ReadAsync(SettingKind kind, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<SettingDocument>()
                .AsNoTracking()
                .Where(d => d.Kind == kind)
                .OrderByDescending(d => d.Version)
                .FirstOrDefaultAsync(cancellationToken)
            ?? new SettingDocument
            {
                Kind = kind,
                Version = 0,
                Text = SettingDefaults.GetText(kind),
                SavedAt = default,
                SavedById = "",
                SavedByName = "",
            };
    }

    /// <summary>The versions of a document, newest first, without their texts.</summary>
    public async Task<IReadOnlyList<SettingDocument>> ListVersionsAsync(SettingKind kind, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<SettingDocument>()
            .AsNoTracking()
            .Where(d => d.Kind == kind)
            .OrderByDescending(d => d.Version)
            .Select(d => new SettingDocument
            {
                Kind = d.Kind,
                Version = d.Version,
                Text = "",
                SavedAt = d.SavedAt,
                SavedById = d.SavedById,
                SavedByName = d.SavedByName,
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>The text of a version; null when there is none. Version 0 is the default document.</summary>
    public async Task<string?> FindTextAsync(SettingKind kind, int version, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return version == 0
            ? SettingDefaults.GetText(kind)
            : await db.Set<SettingDocument>()
                .Where(d => d.Kind == kind && d.Version == version)
                .Select(d => d.Text)
                .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Checks an edited document and puts it into force, or returns its problems.</summary>
    public async Task<SettingOutcome> SaveAsync(
        SettingKind kind,
        int expectedVersion,
        string text,
        Official official,
        CancellationToken cancellationToken
    )
    {
        var current = new Dictionary<SettingKind, string>();
        foreach (var otherKind in SettingDefaults.Kinds)
        {
            current[otherKind] = otherKind == kind ? text : (await ReadAsync(otherKind, cancellationToken)).Text;
        }

        var problems = new List<Problem>();
        var deskSettings = DeskSettings.Read(definitions, current.GetValueOrDefault, problems);
        if (kind == SettingKind.Routing && problems.Count == 0)
        {
            await CheckMembersAsync(deskSettings.Routing, text, problems, cancellationToken);
        }

        if (problems.Count > 0)
        {
            return new SettingOutcome.Invalid([.. problems.OrderBy(problem => problem.Line)]);
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var latest = await ReadAsync(kind, cancellationToken);
        if (latest.Version != expectedVersion)
        {
            return new SettingOutcome.Stale(latest);
        }

        db.Add(
            new SettingDocument
            {
                Kind = kind,
                Version = expectedVersion + 1,
                Text = text,
                SavedAt = time.GetUtcNow(),
                SavedById = official.Id,
                SavedByName = official.Name,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cached = null;
        return new SettingOutcome.Saved(deskSettings);
    }

    private async Task CheckMembersAsync(RoutingTable routing, string text, List<Problem> problems, CancellationToken cancellationToken)
    {
        var names = routing.Teams.SelectMany(team => team.Members).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var known = (await staff.FindAsync(names, cancellationToken))
            .Select(member => member.UserName)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var unknown in names.Where(name => !known.Contains(name)))
        {
            var line = text.Split('\n').Index().FirstOrDefault(l => l.Item.Contains(unknown, StringComparison.Ordinal)).Index + 1;
            problems.Add(
                new Problem(
                    SettingDefaults.GetFileName(SettingKind.Routing),
                    line,
                    "members",
                    new LocalizedText(
                        $"Không có cán bộ nào tên đăng nhập “{unknown}”.",
                        $"There is no official with the user name “{unknown}”."
                    )
                )
            );
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored settings of the desk cannot be used: {Problem}")]
    private partial void LogUnusable(string problem);

    private sealed record CachedSettings(DeskSettings Settings, string VersionStamp, long LoadedAt);
}
