using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Privacy.Registry;

/// <summary>
/// A batch of rows whose retention period is over. Searches go on behind the last key of the batch before: until PostgreSQL's vacuum has
/// run, a search from the start would read every deleted row again, longer with each batch.
/// </summary>
/// <param name="DeleteAsync">Deletes them in the caller's transaction.</param>
internal sealed record ExpiredRows(int Count, Func<AssistantDb, CancellationToken, Task> DeleteAsync)
{
    /// <summary>Searches from the start each time: for small tables.</summary>
    public static async IAsyncEnumerable<ExpiredRows> FindAsync<T>(
        IQueryable<T> expired,
        int batchSize,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        List<T> rows;
        do
        {
            rows = await expired.Take(batchSize).AsNoTracking().ToListAsync(cancellationToken);
            if (rows.Count > 0)
            {
                var found = rows;
                yield return new ExpiredRows(
                    found.Count,
                    async (db, token) =>
                    {
                        db.RemoveRange(found);
                        await db.SaveChangesAsync(token);
                    }
                );
            }
        } while (rows.Count == batchSize);
    }

    /// <summary>Of a table whose key grows with time: ends at the first row that is not old enough.</summary>
    public static async IAsyncEnumerable<ExpiredRows> FindInOrderAsync<T>(
        AssistantDb db,
        Expression<Func<T, long>> key,
        Expression<Func<T, bool>> isExpired,
        int batchSize,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        var (after, count) = (long.MinValue, batchSize);
        while (count == batchSize)
        {
            var keys = await db.Set<T>()
                .Where(IsBetween(key, after, long.MaxValue))
                .OrderBy(key)
                .Take(batchSize)
                .Where(isExpired)
                .Select(key)
                .ToListAsync(cancellationToken);
            count = keys.Count;
            if (count > 0)
            {
                var range = IsBetween(key, after, after = keys.Max());
                yield return new ExpiredRows(
                    count,
                    (write, token) => write.Set<T>().Where(range).Where(isExpired).ExecuteDeleteAsync(token)
                );
            }
        }
    }

    /// <summary>By keys in ascending order.</summary>
    /// <param name="findAfter">The keys of expired rows that are greater.</param>
    public static async IAsyncEnumerable<ExpiredRows> FindByKeyAsync(
        Func<string, IQueryable<string>> findAfter,
        int batchSize,
        Func<AssistantDb, List<string>, CancellationToken, Task> deleteAsync,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (after, count) = ("", batchSize);
        while (count == batchSize)
        {
            var keys = await findAfter(after).OrderBy(key => key).Take(batchSize).ToListAsync(cancellationToken);
            count = keys.Count;
            if (count > 0)
            {
                after = keys[^1];
                yield return new ExpiredRows(count, (write, token) => deleteAsync(write, keys, token));
            }
        }
    }

    /// <summary>Greater than the one and at most the other; both are parameters of the query, so that it is compiled once.</summary>
    private static Expression<Func<T, bool>> IsBetween<T>(Expression<Func<T, long>> key, long after, long last)
    {
        var range = Expression.Constant(new KeyRange(after, last));
        return Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(
                Expression.GreaterThan(key.Body, Expression.Property(range, nameof(KeyRange.After))),
                Expression.LessThanOrEqual(key.Body, Expression.Property(range, nameof(KeyRange.Last)))
            ),
            key.Parameters
        );
    }

    private sealed record KeyRange(long After, long Last);
}
