namespace PolicyAssistantBot.Requests.Routing;

/// <summary>An official who works on cases.</summary>
/// <param name="Id">The account's id.</param>
public sealed record StaffMember(string Id, string UserName, string Name);

/// <summary>The staff of the desk: accounts that are enabled and may change cases.</summary>
internal interface IStaffDirectory
{
    Task<IReadOnlyList<StaffMember>> FindAsync(IReadOnlyCollection<string> userNames, CancellationToken cancellationToken);

    /// <summary>All staff, by name.</summary>
    Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The ids of accounts that no longer work on cases: locked, or without a role for it.</summary>
    Task<IReadOnlySet<string>> ListLeaverIdsAsync(CancellationToken cancellationToken);
}

/// <summary>The staff of a service without a desk: empty.</summary>
internal sealed class EmptyStaffDirectory : IStaffDirectory
{
    public Task<IReadOnlyList<StaffMember>> FindAsync(IReadOnlyCollection<string> userNames, CancellationToken cancellationToken) =>
        ListAsync(cancellationToken);

    public Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StaffMember>>([]);

    public Task<IReadOnlySet<string>> ListLeaverIdsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(new HashSet<string>(StringComparer.Ordinal));
}
