using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Requests.Routing;

/// <summary>A rule that a case meets.</summary>
/// <param name="Index">The position of the rule in the table.</param>
internal sealed record RuleMatch(int Index, Team Team, IReadOnlyList<RoutingReason> Reasons);

/// <summary>Chooses the team of a case, as a pure function.</summary>
internal static class RoutingRules
{
    public static RoutingDecision Decide(RequestDraft facts, RoutingTable table)
    {
        if (FindMatches(facts, table).FirstOrDefault() is { } match)
        {
            return new RoutingDecision(match.Team.Key, match.Team.Name, match.Reasons);
        }

        var fallback = table.Find(table.FallbackTeam)!;
        return new RoutingDecision(fallback.Key, fallback.Name, []);
    }

    /// <summary>All rules that a case meets, in their order: the first decides, the others get no chance.</summary>
    public static IEnumerable<RuleMatch> FindMatches(RequestDraft facts, RoutingTable table)
    {
        var words = new RoutingWords(facts.Content, facts.Question);
        foreach (var (index, rule) in table.Rules.Index())
        {
            if (MatchRule(facts, rule, words) is { } reasons && table.Find(rule.Team) is { } team)
            {
                yield return new RuleMatch(index, team, reasons);
            }
        }
    }

    /// <summary>The first rule that takes every case of a later one, which is therefore never used; null when there is none.</summary>
    public static int? FindCovering(RoutingTable table, int index)
    {
        var rule = table.Rules[index];
        foreach (var (earlier, wider) in table.Rules.Take(index).Index())
        {
            if (
                Covers(wider.Kinds, rule.Kinds)
                && CoversTopics(wider.Topics, rule.Topics)
                && Covers(wider.Sectors, rule.Sectors)
                && Covers(wider.Sizes, rule.Sizes)
                && Covers(wider.Wards, rule.Wards)
            )
            {
                return earlier;
            }
        }

        return null;
    }

    /// <summary>An empty condition is met by every case.</summary>
    private static bool Covers<T>(IReadOnlyList<T> wider, IReadOnlyList<T> narrower) =>
        wider.Count == 0 || (narrower.Count > 0 && narrower.All(wider.Contains));

    private static bool CoversTopics(IReadOnlyList<string> wider, IReadOnlyList<string> narrower) =>
        wider.Count == 0
        || (narrower.Count > 0 && narrower.All(phrase => wider.Any(widerPhrase => RoutingWords.Covers(widerPhrase, phrase))));

    /// <summary>The conditions of a rule that a case meets; null when it does not meet all.</summary>
    private static List<RoutingReason>? MatchRule(RequestDraft facts, RoutingRule rule, RoutingWords words)
    {
        var reasons = new List<RoutingReason>();
        return
            Meets(RoutingField.Kind, rule.Kinds.Count, rule.Kinds.Any(kind => kind == facts.Kind) ? facts.Kind.ToString() : null)
            && Meets(RoutingField.Topic, rule.Topics.Count, rule.Topics.FirstOrDefault(words.Contains))
            && Meets(
                RoutingField.Sector,
                rule.Sectors.Count,
                Sectors.Find(facts.Sector ?? "")?.Code is { } sector && rule.Sectors.Contains(sector) ? sector : null
            )
            && Meets(RoutingField.Size, rule.Sizes.Count, rule.Sizes.Any(size => size == facts.Size) ? facts.Size.ToString() : null)
            && Meets(RoutingField.Ward, rule.Wards.Count, facts.WardCode is { } ward && rule.Wards.Contains(ward) ? ward : null)
            ? reasons
            : null;

        bool Meets(RoutingField field, int conditionCount, string? value)
        {
            if (conditionCount > 0 && value is not null)
            {
                reasons.Add(new RoutingReason(field, value));
            }

            return conditionCount == 0 || value is not null;
        }
    }
}
