using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Requests.Routing;

/// <summary>Chooses the team of a case, as a pure function.</summary>
internal static class RoutingRules
{
    public static RoutingDecision Decide(RequestDraft facts, RoutingTable table)
    {
        var said = $" {string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold($"{facts.Content} {facts.Question}")))} ";
        foreach (var rule in table.Rules)
        {
            if (Fits(facts, rule, said) is { } reasons && table.Find(rule.Team) is { } team)
            {
                return new RoutingDecision(team.Key, team.Name, reasons);
            }
        }

        var fallback = table.Find(table.Fallback)!;
        return new RoutingDecision(fallback.Key, fallback.Name, []);
    }

    /// <summary>The conditions of a rule that a case meets; null when it does not meet all.</summary>
    private static List<RoutingReason>? Fits(RequestDraft facts, RoutingRule rule, string said)
    {
        var reasons = new List<RoutingReason>();
        return
            Holds(RoutingField.Kind, rule.Kinds.Count, rule.Kinds.Any(kind => kind == facts.Kind) ? facts.Kind.ToString() : null)
            && Holds(
                RoutingField.Topic,
                rule.Topics.Count,
                rule.Topics.FirstOrDefault(topic => said.Contains($" {topic} ", StringComparison.Ordinal))
            )
            && Holds(
                RoutingField.Sector,
                rule.Sectors.Count,
                Sectors.Find(facts.Sector ?? "")?.Code is { } sector && rule.Sectors.Contains(sector) ? sector : null
            )
            && Holds(RoutingField.Size, rule.Sizes.Count, rule.Sizes.Any(size => size == facts.Size) ? facts.Size.ToString() : null)
            && Holds(RoutingField.Ward, rule.Wards.Count, facts.WardCode is { } ward && rule.Wards.Contains(ward) ? ward : null)
            ? reasons
            : null;

        bool Holds(RoutingField field, int conditions, string? value)
        {
            if (conditions > 0 && value is not null)
            {
                reasons.Add(new RoutingReason(field, value));
            }

            return conditions == 0 || value is not null;
        }
    }
}
