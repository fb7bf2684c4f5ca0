namespace PolicyAssistantBot.Requests;

/// <summary>Who reads cases at the desk, and so which of them there are: a case that the reader may not see does not exist for the reader.</summary>
/// <param name="OfficialId">The account; null for the service itself.</param>
/// <param name="SeesAll">A supervisor or auditor. Anyone else sees what nobody has yet and what they have themselves.</param>
public sealed record CaseReader(string? OfficialId, bool SeesAll)
{
    /// <summary>The service itself, and doors that show no personal data.</summary>
    public static CaseReader Service { get; } = new(null, SeesAll: true);
}

internal static class CaseVisibility
{
    /// <summary>Leaves what the reader may see. Belongs into every query that answers a person at the desk.</summary>
    public static IQueryable<RequestRow> VisibleTo(this IQueryable<RequestRow> cases, CaseReader reader)
    {
        var me = reader.OfficialId;
        return reader.SeesAll ? cases : cases.Where(r => r.OwnerId == null || r.OwnerId == me);
    }
}
