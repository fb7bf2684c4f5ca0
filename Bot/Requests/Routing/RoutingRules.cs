using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Requests.Routing;

/// <summary>Chooses the team of a case, as a pure function.</summary>
internal static class RoutingRules
{
    public static RoutingDecision Decide(RequestDraft facts, RoutingTable table)
    {
        var requestText = $" {string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold($"{facts.Content} {facts.Question}")))} ";
        foreach (var rule in table.Rules)
        {
            if (MatchRule(facts, rule, requestText) is { } reasons && table.Find(rule.Team) is { } team)
            {
                return new RoutingDecision(team.Key, team.Name, reasons);
            }
        }

        var fallback = table.Find(table.FallbackTeam)!;
        return new RoutingDecision(fallback.Key, fallback.Name, []);
    }

    /// <summary>The conditions of a rule that a case meets; null when it does not meet all.</summary>
    private static List<RoutingReason>? MatchRule(RequestDraft facts, RoutingRule rule, string requestText)
    {
        var reasons = new List<RoutingReason>();
        return
            Meets(RoutingField.Kind, rule.Kinds.Count, rule.Kinds.Any(kind => kind == facts.Kind) ? facts.Kind.ToString() : null)
            && Meets(
                RoutingField.Topic,
                rule.Topics.Count,
                rule.Topics.FirstOrDefault(topic => requestText.Contains($" {topic} ", StringComparison.Ordinal))
            )
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
