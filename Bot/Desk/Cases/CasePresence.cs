namespace PolicyAssistantBot.Desk.Cases;

/// <summary>An official who has a case open.</summary>
public sealed record CaseViewer(string AccountId, string Name, bool IsTyping);

/// <summary>The officials who are viewing cases right now. Kept in memory only, because it is outdated within seconds.</summary>
internal sealed class CasePresence(TimeProvider time)
{
    private static readonly TimeSpan ViewLifetime = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, (CaseViewer Viewer, long At)>> cases = new(StringComparer.Ordinal);

    /// <summary>Records that an official is viewing a case.</summary>
    /// <returns>The other officials who are viewing it.</returns>
    public IReadOnlyList<CaseViewer> ReportViewing(string caseNumber, CaseViewer viewer)
    {
        var now = time.GetTimestamp();
        lock (gate)
        {
            foreach (var (number, viewers) in cases.ToList())
            {
                foreach (var (id, _) in viewers.Where(v => time.GetElapsedTime(v.Value.At, now) > ViewLifetime).ToList())
                {
                    viewers.Remove(id);
                }

                if (viewers.Count == 0)
                {
                    cases.Remove(number);
                }
            }

            if (!cases.TryGetValue(caseNumber, out var viewersOfCase))
            {
                cases[caseNumber] = viewersOfCase = new(StringComparer.Ordinal);
            }

            viewersOfCase[viewer.AccountId] = (viewer, now);
            return
            [
                .. viewersOfCase
                    .Values.Select(v => v.Viewer)
                    .Where(v => v.AccountId != viewer.AccountId)
                    .OrderBy(v => v.Name, StringComparer.Ordinal),
            ];
        }
    }
}
