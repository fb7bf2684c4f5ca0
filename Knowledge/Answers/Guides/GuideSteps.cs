using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>One question of a guide.</summary>
/// <param name="Choices">The choices, by the code that <see cref="GuideAnswers"/> reads; empty when a value is typed.</param>
public sealed record GuideStep(GuideSlot Slot, string Question, IReadOnlyList<GuideChoice> Choices);

/// <param name="Words">Other words for the same, in either language.</param>
public sealed record GuideChoice(string Code, string Label, IReadOnlyList<string> Words);

/// <summary>Determines the next question of a guide. Facts that do not change the result are not asked for.</summary>
public static class GuideSteps
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string NotKnown = "?";

    /// <summary>The next question; null when the result is known or nothing more can be asked.</summary>
    public static GuideStep? GetNextStep(Guide guide, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(guide);
        return GetNextSlot(guide) is { } slot ? new(slot, GetQuestion(guide, slot, lang), GetChoices(guide, slot, lang)) : null;
    }

    internal static GuideSlot? GetNextSlot(Guide guide) =>
        guide.Kind switch
        {
            GuideKind.Size => GetNextSizeSlot(guide),
            GuideKind.Support => GetNextSupportSlot(guide),
            GuideKind.Tax => GetNextTaxSlot(guide),
            _ => guide is { DeadlineKey: null, WorkingDays: null } && !guide.IsSkipped(GuideSlot.Term) ? GuideSlot.Term
            : guide.StartDate is null && !guide.IsSkipped(GuideSlot.Start) ? GuideSlot.Start
            : null,
        };

    /// <summary>The next question of the checklist.</summary>
    internal static ChecklistQuestion? GetNextQuestion(Guide guide) =>
        guide.ChecklistKey is { } key
        && Checklists.Find(key) is { } checklist
        && Checklists.Evaluate(checklist, guide.ChecklistAnswers) is not ChecklistResult.NotLikely
            ? checklist.Questions.Find(question => !guide.ChecklistAnswers.ContainsKey(question.Key))
            : null;

    internal static bool HasPriorityAmount(Guide guide) =>
        guide is { SchemeKey: { } scheme, Facts.SizeClass: { } size }
        && SupportAmounts.All.Any(amount => amount.SchemeKey == scheme && amount.SizeClass == size && amount.IsPriority);

    private static GuideSlot? GetNextSizeSlot(Guide guide)
    {
        if (guide.Facts.IsHouseholdBusiness == true || guide.Facts.SizeResult is not SmeSizeResult.Unclear unclear)
        {
            return null;
        }

        return unclear
            .MissingFacts.Select(fact =>
                fact switch
                {
                    SmeFact.Sector => GuideSlot.Activity,
                    SmeFact.Employees => GuideSlot.Employees,
                    SmeFact.Revenue => GuideSlot.Revenue,
                    _ => GuideSlot.Capital,
                }
            )
            .Where(slot => !guide.IsSkipped(slot))
            .Cast<GuideSlot?>()
            .FirstOrDefault();
    }

    private static GuideSlot? GetNextSupportSlot(Guide guide)
    {
        if (guide.SchemeKey is null)
        {
            return guide.IsSkipped(GuideSlot.Scheme) ? null : GuideSlot.Scheme;
        }

        if (guide.Facts.SizeClass is null)
        {
            return guide.Facts.SizeResult is not SmeSizeResult.Unclear ? null
                : guide.IsSkipped(GuideSlot.Size) ? GetNextSizeSlot(guide)
                : GuideSlot.Size;
        }

        return HasPriorityAmount(guide) && guide.Facts.HasPriority is null && !guide.IsSkipped(GuideSlot.Priority) ? GuideSlot.Priority
            : guide.ContractValue is null && !guide.IsSkipped(GuideSlot.Contract) ? GuideSlot.Contract
            : null;
    }

    private static GuideSlot? GetNextTaxSlot(Guide guide) =>
        guide.ChecklistKey is null
            ? guide.IsSkipped(GuideSlot.Checklist)
                ? null
                : GuideSlot.Checklist
            : GetNextQuestion(guide) is null
                ? null
                : GuideSlot.Check;

    private static string GetQuestion(Guide guide, GuideSlot slot, Lang lang) =>
        slot == GuideSlot.Check ? GetNextQuestion(guide)!.Text[lang] : GuideTexts.Questions[slot][lang];

    private static List<GuideChoice> GetChoices(Guide guide, GuideSlot slot, Lang lang)
    {
        return slot switch
        {
            GuideSlot.Activity =>
            [
                .. Sectors.All.Select(sector => new GuideChoice(sector.Code, sector.Name[lang], [sector.Name.Vi, sector.Name.En])),
            ],
            GuideSlot.Size =>
            [
                .. Enum.GetValues<SmeClass>()
                    .Select(size => new GuideChoice(
                        size.ToString(),
                        GuideTexts.Sizes[size][lang],
                        [GuideTexts.Sizes[size][Lang.Vi], GuideTexts.Sizes[size][Lang.En]]
                    )),
                CreateNotKnownChoice(GuideTexts.NotSureHelp[lang]),
            ],
            GuideSlot.Priority or GuideSlot.Check =>
            [
                new(Yes, GuideTexts.Yes[lang], ["có", "yes", "đúng", "đúng rồi", "có rồi", "rồi", "co a", "vâng", "dạ có"]),
                new(No, GuideTexts.No[lang], ["không", "no", "không phải", "chưa", "ko", "k", "sai"]),
                CreateNotKnownChoice(GuideTexts.NotSure[lang]),
            ],
            GuideSlot.Scheme =>
            [
                .. GuideSchemes.All.Select(scheme => new GuideChoice(scheme.Key, scheme.Value[lang], [scheme.Value.Vi, scheme.Value.En])),
            ],
            GuideSlot.Checklist =>
            [
                .. Checklists.All.Select(list => new GuideChoice(list.Key, list.Name[lang], [list.Name.Vi, list.Name.En])),
            ],
            GuideSlot.Term =>
            [
                .. Deadlines
                    .All.Where(rule => rule.Basis.Confidence.MayBeStated && rule.Unit == DeadlineUnit.WorkingDay)
                    .Select(rule => new GuideChoice(rule.Key, rule.Name[lang], [rule.Name.Vi, rule.Name.En])),
            ],
            GuideSlot.Start => [new("today", GuideTexts.Today[lang], ["hôm nay", "hnay", "today", "bây giờ", "now"])],
            _ => guide.Kind == GuideKind.Support && slot == GuideSlot.Contract
                ? [CreateNotKnownChoice(GuideTexts.NoContract[lang])]
                : [CreateNotKnownChoice(GuideTexts.NotSure[lang])],
        };
    }

    private static GuideChoice CreateNotKnownChoice(string label) => new(NotKnown, label, [.. GuideAnswers.NotKnownWords]);
}
