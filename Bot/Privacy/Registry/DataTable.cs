using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Privacy.Registry;

/// <summary>What a column says about people.</summary>
internal enum ColumnUse
{
    NotPersonal,

    /// <summary>About an asker: text, contact, or an id by which the person can be found again.</summary>
    Personal,

    /// <summary>About an asker, and kept after erasure for the reason that the table gives.</summary>
    PersonalKept,

    /// <summary>About an official.</summary>
    Official,
}

/// <summary>
/// What a table says about people: the use of each column, how the rows of a person are erased, and how old rows are deleted.
/// </summary>
internal abstract class DataTable(DataKind kind)
{
    private readonly Dictionary<string, ColumnUse> columns = new(StringComparer.Ordinal);

    public DataKind Kind => kind;

    public abstract Type EntityType { get; }

    /// <summary>The declared columns by the name of their property; the parts of a complex property as <c>Actor.Id</c>.</summary>
    public IReadOnlyDictionary<string, ColumnUse> Columns => columns;

    public abstract bool HasEraser { get; }

    public abstract bool HasExpiry { get; }

    /// <summary>Why personal data of this table is kept after erasure; null when none is.</summary>
    public LocalizedText? ReasonToKeep { get; protected set; }

    /// <summary>Erases the data of a person in the caller's transaction.</summary>
    /// <returns>The number of rows that were deleted or blanked.</returns>
    public abstract Task<int> EraseAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken);

    /// <summary>
    /// Finds the rows that are older, at most <paramref name="batchSize"/> at a time; reads only, so that no write waits for it. Each batch
    /// must be deleted before the next one is asked for.
    /// </summary>
    /// <param name="before">Unix milliseconds.</param>
    public abstract IAsyncEnumerable<ExpiredRows> FindExpiredAsync(
        AssistantDb db,
        long before,
        int batchSize,
        CancellationToken cancellationToken
    );

    /// <summary>A part of the rows is kept for the period of this kind instead; null when there is no such part.</summary>
    public DataKind? PartKind { get; protected set; }

    /// <summary>Finds the rows of that part as <see cref="FindExpiredAsync"/> finds all.</summary>
    public abstract IAsyncEnumerable<ExpiredRows> FindExpiredPartAsync(
        AssistantDb db,
        long before,
        int batchSize,
        CancellationToken cancellationToken
    );

    protected void Declare(string column, ColumnUse use) => columns.Add(column, use);
}

/// <inheritdoc cref="DataTable"/>
internal sealed class DataTable<T>(DataKind kind) : DataTable(kind)
    where T : class
{
    private Func<AssistantDb, PersonalDataSubject, CancellationToken, Task<int>>? erase;
    private Func<AssistantDb, long, int, CancellationToken, IAsyncEnumerable<ExpiredRows>>? expire;
    private Func<AssistantDb, long, int, CancellationToken, IAsyncEnumerable<ExpiredRows>>? expirePart;

    public override Type EntityType => typeof(T);

    public override bool HasEraser => erase is not null;

    public override bool HasExpiry => expire is not null;

    public DataTable<T> Personal(params Expression<Func<T, object?>>[] columns) => Declare(columns, ColumnUse.Personal);

    public DataTable<T> NotPersonal(params Expression<Func<T, object?>>[] columns) => Declare(columns, ColumnUse.NotPersonal);

    public DataTable<T> Official(params Expression<Func<T, object?>>[] columns) => Declare(columns, ColumnUse.Official);

    public DataTable<T> Kept(LocalizedText reason, params Expression<Func<T, object?>>[] columns)
    {
        ReasonToKeep = reason;
        return Declare(columns, ColumnUse.PersonalKept);
    }

    /// <summary>The rows of a person are deleted.</summary>
    public DataTable<T> EraseRows(Func<PersonalDataSubject, Expression<Func<T, bool>>> rowsOf) =>
        EraseWith((db, subject, cancellationToken) => db.Set<T>().Where(rowsOf(subject)).ExecuteDeleteAsync(cancellationToken));

    /// <summary>The data of a person is erased in another way.</summary>
    public DataTable<T> EraseWith(Func<AssistantDb, PersonalDataSubject, CancellationToken, Task<int>> eraser)
    {
        erase = eraser;
        return this;
    }

    /// <summary>Rows that are older are deleted.</summary>
    public DataTable<T> ExpireRows(Func<long, Expression<Func<T, bool>>> olderThan) =>
        ExpireWith(
            (db, before, batchSize, cancellationToken) =>
                ExpiredRows.FindAsync(OrderByKey(db, db.Set<T>().Where(olderThan(before))), batchSize, cancellationToken)
        );

    /// <summary>
    /// Rows that are older are deleted, in a table whose key grows with time: only its first rows are read, because there is no index on
    /// the time.
    /// </summary>
    public DataTable<T> ExpireInOrder(Expression<Func<T, long>> key, Func<long, Expression<Func<T, bool>>> olderThan) =>
        ExpireWith(
            (db, before, batchSize, cancellationToken) =>
                ExpiredRows.FindInOrderAsync(db, key, olderThan(before), batchSize, cancellationToken)
        );

    public DataTable<T> ExpireWith(Func<AssistantDb, long, int, CancellationToken, IAsyncEnumerable<ExpiredRows>> expiry)
    {
        expire = expiry;
        return this;
    }

    /// <summary>A part of the rows is deleted after the period of another, shorter-lived kind.</summary>
    public DataTable<T> ExpirePartAs(DataKind partKind, Func<long, Expression<Func<T, bool>>> olderThan)
    {
        PartKind = partKind;
        expirePart = (db, before, batchSize, cancellationToken) =>
            ExpiredRows.FindAsync(OrderByKey(db, db.Set<T>().Where(olderThan(before))), batchSize, cancellationToken);
        return this;
    }

    public override Task<int> EraseAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken) =>
        erase is null ? Task.FromResult(0) : erase(db, subject, cancellationToken);

    public override IAsyncEnumerable<ExpiredRows> FindExpiredAsync(
        AssistantDb db,
        long before,
        int batchSize,
        CancellationToken cancellationToken
    ) => expire is null ? AsyncEnumerable.Empty<ExpiredRows>() : expire(db, before, batchSize, cancellationToken);

    public override IAsyncEnumerable<ExpiredRows> FindExpiredPartAsync(
        AssistantDb db,
        long before,
        int batchSize,
        CancellationToken cancellationToken
    ) => expirePart is null ? AsyncEnumerable.Empty<ExpiredRows>() : expirePart(db, before, batchSize, cancellationToken);

    private static IOrderedQueryable<T> OrderByKey(AssistantDb db, IQueryable<T> rows)
    {
        var keys = db.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties.Select(property => property.Name).ToList();
        return keys.Skip(1)
            .Aggregate(
                rows.OrderBy(row => EF.Property<object>(row, keys[0])),
                (ordered, key) => ordered.ThenBy(row => EF.Property<object>(row, key))
            );
    }

    private DataTable<T> Declare(IEnumerable<Expression<Func<T, object?>>> declared, ColumnUse use)
    {
        foreach (var column in declared)
        {
            Declare(GetPath(column.Body), use);
        }

        return this;
    }

    private static string GetPath(Expression expression) =>
        expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } => GetPath(operand),
            MemberExpression { Expression: MemberExpression parent, Member: var member } => $"{GetPath(parent)}.{member.Name}",
            MemberExpression { Member: var member } => member.Name,
            _ => throw new ArgumentException($"{expression} is not a column.", nameof(expression)),
        };
}
