using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Privacy.Retention;

/// <summary>What administrators chose at the desk.</summary>
/// <param name="Version">0 when nothing was ever chosen.</param>
internal sealed record ChosenPeriods(int Version, IReadOnlyDictionary<DataKind, int> Days)
{
    /// <summary>Reads lines such as <c>Transcript: 60</c>. A period that is not accepted any more counts as not chosen.</summary>
    public static ChosenPeriods Read(int version, string text)
    {
        var days = new Dictionary<DataKind, int>();
        foreach (var line in text.Split('\n'))
        {
            if (
                line.Split(": ") is [var name, var value]
                && Enum.TryParse<DataKind>(name, out var kind)
                && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= RetentionOptions.GetMinDays(kind)
                && number <= RetentionOptions.GetMaxDays(kind)
            )
            {
                days[kind] = number;
            }
        }

        return new ChosenPeriods(version, days);
    }

    public string Write() =>
        string.Join(
            '\n',
            Days.OrderBy(entry => entry.Key).Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}: {entry.Value}"))
        );

    public RetentionOptions Apply(RetentionOptions configured) =>
        Days.Aggregate(configured, (options, entry) => options.WithDays(entry.Key, entry.Value));
}

/// <summary>The retention periods in force: the configured ones, and in their place those that administrators chose at the desk. Each
/// change is a new version of the document.</summary>
internal sealed class RetentionPeriods(
    IDbContextFactory<AssistantDb> dbContextFactory,
    IOptions<RetentionOptions> configured,
    TimeProvider time
)
{
    public RetentionOptions Configured => configured.Value;

    public async Task<RetentionOptions> GetAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Apply(configured.Value);

    public async Task<ChosenPeriods> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, cancellationToken);
    }

    /// <summary>Puts a period into force.</summary>
    /// <param name="days">Null for the configured one.</param>
    /// <returns>False when somebody else has changed a period since <paramref name="expected"/> was read.</returns>
    public async Task<bool> SaveAsync(
        ChosenPeriods expected,
        DataKind kind,
        int? days,
        SignedInAccount account,
        CancellationToken cancellationToken
    )
    {
        var chosen = expected.Days.Where(entry => entry.Key != kind).ToDictionary();
        if (days is { } number)
        {
            chosen[kind] = number;
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if ((await ReadAsync(db, cancellationToken)).Version != expected.Version)
        {
            return false;
        }

        db.Add(
            new SettingDocument
            {
                Kind = SettingKind.Retention,
                Version = expected.Version + 1,
                Text = (expected with { Days = chosen }).Write(),
                SavedAt = time.GetUtcNow(),
                SavedById = account.Id,
                SavedByName = account.DisplayName,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<ChosenPeriods> ReadAsync(AssistantDb db, CancellationToken cancellationToken) =>
        await db.Set<SettingDocument>()
            .AsNoTracking()
            .Where(d => d.Kind == SettingKind.Retention)
            .OrderByDescending(d => d.Version)
            .FirstOrDefaultAsync(cancellationToken)
            is { } document
            ? ChosenPeriods.Read(document.Version, document.Text)
            : new ChosenPeriods(0, new Dictionary<DataKind, int>());
}
