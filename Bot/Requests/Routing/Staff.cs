namespace PolicyAssistantBot.Requests.Routing;

/// <summary>Someone who works on cases.</summary>
/// <param name="Id">The account's id.</param>
public sealed record StaffMember(string Id, string UserName, string Name);

/// <summary>Who works at the desk: accounts that are not disabled and may change cases.</summary>
internal interface IStaff
{
    Task<IReadOnlyList<StaffMember>> FindAsync(IReadOnlyCollection<string> userNames, CancellationToken cancellationToken);

    /// <summary>Everybody, by name.</summary>
    Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>A service without a desk has nobody to give cases to.</summary>
internal sealed class NoStaff : IStaff
{
    public Task<IReadOnlyList<StaffMember>> FindAsync(IReadOnlyCollection<string> userNames, CancellationToken cancellationToken) =>
        ListAsync(cancellationToken);

    public Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StaffMember>>([]);
}
