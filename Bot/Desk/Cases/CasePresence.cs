namespace PolicyAssistantBot.Desk.Cases;

/// <summary>Somebody who has a case open.</summary>
public sealed record CaseViewer(string AccountId, string Name, bool IsTyping);

/// <summary>Who looks at which case at this moment. Kept in memory only: it is true for seconds and nobody's record.</summary>
internal sealed class CasePresence(TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, (CaseViewer Viewer, long At)>> cases = new(StringComparer.Ordinal);

    /// <summary>Notes that someone looks at a case, and says who else does.</summary>
    public IReadOnlyList<CaseViewer> Look(string caseNumber, CaseViewer me)
    {
        var now = time.GetTimestamp();
        lock (gate)
        {
            foreach (var (number, viewers) in cases.ToList())
            {
                foreach (var (id, _) in viewers.Where(v => time.GetElapsedTime(v.Value.At, now) > Remembered).ToList())
                {
                    viewers.Remove(id);
                }

                if (viewers.Count == 0)
                {
                    cases.Remove(number);
                }
            }

            if (!cases.TryGetValue(caseNumber, out var here))
            {
                cases[caseNumber] = here = new(StringComparer.Ordinal);
            }

            here[me.AccountId] = (me, now);
            return
            [
                .. here.Values.Select(v => v.Viewer).Where(v => v.AccountId != me.AccountId).OrderBy(v => v.Name, StringComparer.Ordinal),
            ];
        }
    }
}
