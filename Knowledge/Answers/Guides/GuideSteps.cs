using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>One question of a guide.</summary>
/// <param name="Choices">To choose from, by the code that <see cref="GuideAnswers"/> reads; empty where a value is typed.</param>
public sealed record GuideStep(GuideSlot Slot, string Question, IReadOnlyList<GuideChoice> Choices);

/// <param name="Words">Other words for the same, in either language.</param>
public sealed record GuideChoice(string Code, string Label, IReadOnlyList<string> Words);

/// <summary>What a guide asks next. Facts that do not change the outcome are not asked for.</summary>
public static class GuideSteps
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string NotKnown = "?";

    /// <summary>The next question; null when the outcome is known, or nothing more can be asked.</summary>
    public static GuideStep? Next(Guide guide, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(guide);
        return NextSlot(guide) is { } slot ? new(slot, Question(guide, slot, lang), Choices(guide, slot, lang)) : null;
    }

    internal static GuideSlot? NextSlot(Guide guide) =>
        guide.Kind switch
        {
            GuideKind.Size => NextOfSize(guide),
            GuideKind.Support => NextOfSupport(guide),
            GuideKind.Tax => NextOfTax(guide),
            _ => guide is { Deadline: null, Days: null } && !guide.Skips(GuideSlot.Term) ? GuideSlot.Term
            : guide.Start is null && !guide.Skips(GuideSlot.Start) ? GuideSlot.Start
            : null,
        };

    /// <summary>The question of the checklist that is asked next.</summary>
    internal static ChecklistQuestion? NextCheck(Guide guide) =>
        guide.Checklist is { } key
        && Checklists.Find(key) is { } checklist
        && Checklists.Evaluate(checklist, guide.Checks) is not ChecklistResult.NotLikely
            ? checklist.Questions.Find(question => !guide.Checks.ContainsKey(question.Key))
            : null;

    internal static bool MayBeRaised(Guide guide) =>
        guide is { Scheme: { } scheme, Facts.Class: { } size }
        && SupportAmounts.All.Any(amount => amount.SchemeKey == scheme && amount.SizeClass == size && amount.IsPriority);

    private static GuideSlot? NextOfSize(Guide guide)
    {
        if (guide.Facts.Household == true || guide.Facts.SizeResult is not SmeSizeResult.Unclear unclear)
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
            .Where(slot => !guide.Skips(slot))
            .Cast<GuideSlot?>()
            .FirstOrDefault();
    }

    private static GuideSlot? NextOfSupport(Guide guide)
    {
        if (guide.Scheme is null)
        {
            return guide.Skips(GuideSlot.Scheme) ? null : GuideSlot.Scheme;
        }

        if (guide.Facts.Class is null)
        {
            return guide.Facts.SizeResult is not SmeSizeResult.Unclear ? null
                : guide.Skips(GuideSlot.Size) ? NextOfSize(guide)
                : GuideSlot.Size;
        }

        return MayBeRaised(guide) && guide.Facts.Priority is null && !guide.Skips(GuideSlot.Priority) ? GuideSlot.Priority
            : guide.Contract is null && !guide.Skips(GuideSlot.Contract) ? GuideSlot.Contract
            : null;
    }

    private static GuideSlot? NextOfTax(Guide guide) =>
        guide.Checklist is null
            ? guide.Skips(GuideSlot.Checklist)
                ? null
                : GuideSlot.Checklist
            : NextCheck(guide) is null
                ? null
                : GuideSlot.Check;

    private static string Question(Guide guide, GuideSlot slot, Lang lang) =>
        slot == GuideSlot.Check ? NextCheck(guide)!.Text[lang] : GuideTexts.Questions[slot][lang];

    private static List<GuideChoice> Choices(Guide guide, GuideSlot slot, Lang lang)
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
                Unknown(GuideTexts.NotSureHelp[lang]),
            ],
            GuideSlot.Priority or GuideSlot.Check =>
            [
                new(Yes, GuideTexts.Yes[lang], ["có", "yes", "đúng", "đúng rồi", "có rồi", "rồi", "co a", "vâng", "dạ có"]),
                new(No, GuideTexts.No[lang], ["không", "no", "không phải", "chưa", "ko", "k", "sai"]),
                Unknown(GuideTexts.NotSure[lang]),
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
                ? [Unknown(GuideTexts.NoContract[lang])]
                : [Unknown(GuideTexts.NotSure[lang])],
        };
    }

    private static GuideChoice Unknown(string label) => new(NotKnown, label, [.. GuideAnswers.NotKnownWords]);
}
