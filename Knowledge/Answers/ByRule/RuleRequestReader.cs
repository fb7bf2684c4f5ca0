using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>A rule that a message asks for, with the facts to apply it to.</summary>
/// <param name="GivenSlots">The facts that the message itself gave, to be replaced by a bare value later.</param>
internal sealed record RuleRequest(AnswerRule Rule, RuleFacts Facts, IReadOnlyList<FactSlot> GivenSlots);

/// <summary>Finds the rule that a message asks for: by its words and facts, or by a change of a fact of the last rule. Pure.</summary>
internal static partial class RuleRequestReader
{
    /// <summary>A message with more content words of its own is about another matter.</summary>
    private const int MaxOwnWords = 4;

    /// <summary>The rule that is asked for by name or by the stated facts; null when there is none.</summary>
    /// <param name="knownFacts">What the conversation remembers about the enterprise.</param>
    public static RuleRequest? FindAsked(MessageFacts message, AskerFacts knownFacts, RuleState? lastRule, string? lastArticle)
    {
        var statedFacts = AddSizeWord(AddDeadline(message.StatedFacts, message, lastArticle), message);
        var found = RuleCues
            .Default.Cues.Select(cue => (rule: RuleList.Find(cue.RuleKey), cue, score: cue.GetScore(message.FoldedSentences)))
            .Where(found => found.rule is not null && found.score > 0)
            .Select(found => (found.rule, found.cue, found.score, stated: AddSingleSum(statedFacts, message, found.rule!)))
            .Where(found => AreNeedsMet(found.cue, found.stated, knownFacts, message))
            .Where(found => found.rule!.Key != SizeRule.Key || !message.IsHearsay)
            .Where(found => !AsksAboveOrBelow(message, found.rule!, found.stated))
            .OrderByDescending(found => found.score)
            .FirstOrDefault();
        if (found.rule?.Key == PersonRules.WomenKey && lastRule?.Key == SupportRule.Key && statedFacts.Enterprise.HasPriority == true)
        {
            return null;
        }

        if (found.rule is not { } bestRule)
        {
            statedFacts = AddSingleSum(statedFacts, message, SizeRule.Rule);
            return !message.IsHearsay && IsStatement(message, statedFacts, lastRule)
                ? new(
                    SizeRule.Rule,
                    SelectFacts(MergeKnown(statedFacts, knownFacts, message), statedFacts, SizeRule.Rule),
                    [.. statedFacts.GetKnownSlots()]
                )
                : null;
        }

        return bestRule.Key != lastRule?.Key
                ? new(
                    bestRule,
                    SelectFacts(MergeKnown(found.stated, knownFacts, message), found.stated, bestRule),
                    [.. found.stated.GetKnownSlots()]
                )
            : FactChanges.Find(lastRule, bestRule, message with { StatedFacts = found.stated }) is { } changed
                ? new(bestRule, changed.Facts, changed.Slots)
            : bestRule.Key == SizeRule.Key ? new(bestRule, lastRule.FactsWithoutAssumption ?? lastRule.Facts, [])
            : null;
    }

    /// <summary>"Khi vượt 1 tỷ thì sao": a revenue above or below a sum is asked about, so what was told before does not decide.</summary>
    private static bool AsksAboveOrBelow(MessageFacts message, AnswerRule rule, RuleFacts statedFacts) =>
        rule.UsedFacts.Contains(FactSlot.Revenue)
        && rule.Key != SizeRule.Key
        && statedFacts.Enterprise.Revenue is null
        && message.Reading.Quantities.Any(quantity =>
            quantity.Kind == QuantityKind.Money
            && quantity.Measure is Measure.Unbound or Measure.Revenue
            && quantity.Comparator is Comparator.GreaterThan or Comparator.LessThan
        );

    /// <summary>"Vừa thì sao", "medium then": a bare word for a class names it where the message says hardly anything else.</summary>
    private static RuleFacts AddSizeWord(RuleFacts statedFacts, MessageFacts message) =>
        statedFacts.Enterprise.NamedSizeClass is null
        && SizeWordsRegex().Match(message.Folded) is { Success: true } word
        && OwnWords.Count(message) <= 2
            ? statedFacts with
            {
                Enterprise = statedFacts.Enterprise with { NamedSizeClass = FactReader.ParseSizeClass(word) },
            }
            : statedFacts;

    [GeneratedRegex(
        @"(?<!\b(vua|nho|small|medium) (va|hay|hoac|and|or) )\b(?<size>sieu nho|micro|nho|small|vua|medium)\b(?! (va|hay"
            + @"|hoac|and|or) (vua|nho|small|medium))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SizeWordsRegex();

    /// <summary>A single unspecified sum is the revenue when the rule uses no other sum, or the other ones are told.</summary>
    private static RuleFacts AddSingleSum(RuleFacts statedFacts, MessageFacts message, AnswerRule rule) =>
        statedFacts.Enterprise.Revenue is null
        && rule.UsedFacts.Contains(FactSlot.Revenue)
        && (!rule.UsedFacts.Contains(FactSlot.Capital) || statedFacts.Enterprise is { Capital: not null, Employees: not null })
        && message.UnboundQuantities.Where(quantity => quantity is { Kind: QuantityKind.Money, Measure: Measure.Unbound }).ToList()
            is [{ Confidence: >= QuantityReader.SureConfidence, Comparator: Comparator.Equal } one]
            ? statedFacts with
            {
                Enterprise = statedFacts.Enterprise with { Revenue = one.Value },
            }
            : statedFacts;

    /// <summary>
    /// Merges stated and remembered facts; a shop whose tax is asked about is a household business unless a company is named.
    /// </summary>
    private static RuleFacts MergeKnown(RuleFacts statedFacts, AskerFacts knownFacts, MessageFacts message)
    {
        var facts = new RuleFacts { Enterprise = knownFacts }.Merge(statedFacts);
        return
            facts.Enterprise.IsHouseholdBusiness is null
            && statedFacts.Enterprise is { Revenue: not null, Employees: null }
            && PhraseGroups.ContainsAny(RuleCues.Default.ShopWords, $" {message.Folded} ")
            ? facts with
            {
                Enterprise = facts.Enterprise with { IsHouseholdBusiness = true },
            }
            : facts;
    }

    private static bool AreNeedsMet(RuleCue cue, RuleFacts statedFacts, AskerFacts knownFacts, MessageFacts message)
    {
        var facts = MergeKnown(statedFacts, knownFacts, message);
        var knownSlots = facts.GetKnownSlots();
        return cue.RequiredFacts.TrueForAll(requiredFact => IsNeedMet(requiredFact, facts, knownSlots, statedFacts, message));
    }

    /// <summary>The last rule with the facts that this message changes; null when it changes none or is about another matter.</summary>
    /// <param name="lastArticle">The article of the last answer; a rule about its matter applies once its facts are given.</param>
    public static RuleRequest? FindChanged(MessageFacts message, RuleState? lastRule, AskerFacts knownFacts, string? lastArticle)
    {
        if (AsksForTax(message, lastRule) && !message.IsCorrection)
        {
            return null;
        }

        var continuesLast =
            lastRule is not null && (lastArticle is null || RuleList.Find(lastRule.Key)?.ArticleKeys.Contains(lastArticle) == true);
        return (continuesLast ? FindChangedIn(message, lastRule!) : null)
            ?? CreateStates(lastArticle, knownFacts)
                .Select(state => FindChangedIn(message, state))
                .FirstOrDefault(request =>
                    request is not null && (request.Rule.Key != SizeRule.Key || request.Facts.Enterprise.Employees is not null)
                )
            ?? (continuesLast || lastRule is null ? null : FindChangedIn(message, lastRule))
            ?? (lastRule?.Previous is { } before ? FindChangedIn(message, before) : null);
    }

    /// <summary>Whether it asks about a tax while the last rule was another one, which makes it another matter.</summary>
    private static bool AsksForTax(MessageFacts message, RuleState? lastRule) =>
        lastRule is not null
        && !IsTax(lastRule.Key)
        && RuleCues.Default.Cues.Exists(cue => IsTax(cue.RuleKey) && cue.GetScore(message.FoldedSentences) > 0);

    private static bool IsTax(string rule) => rule.StartsWith("cit-", StringComparison.Ordinal) || rule == HouseholdRules.TaxKey;

    /// <summary>The rules about an article's matter with the known facts.</summary>
    private static IEnumerable<RuleState> CreateStates(string? article, AskerFacts knownFacts) =>
        RuleList
            .All.Where(rule => article is not null && rule.ArticleKeys.Contains(article))
            .OrderBy(rule => rule.ArticleKeys[0] == article ? 0 : 1)
            .Select(rule => new RuleState(
                rule.Key,
                new RuleFacts { Enterprise = knownFacts, SchemeKey = FindScheme(article!) }.Keep(rule.UsedFacts)
            ));

    private static string? FindScheme(string article) =>
        SupportAmounts.All.FirstOrDefault(amount => amount.Basis.ArticleKey == article)?.SchemeKey;

    private static RuleRequest? FindChangedIn(MessageFacts message, RuleState lastRule)
    {
        if (
            RuleList.Find(lastRule.Key) is not { } rule
            || (lastRule.Key == SizeRule.Key && message.AsksForOtherThanSize)
            || MatterChanges.NamesOther(message, lastRule)
            || OwnWords.Count(message)
                > (TellsFigures(message) || message.IsCorrection || SupposesOtherSector(message, lastRule) ? 2 * MaxOwnWords : MaxOwnWords)
            || Aspects.Find(message.Folded) is Aspect.Papers or Aspect.Place or Aspect.Steps or Aspect.Fee or Aspect.Basis
            || FactChanges.Find(
                lastRule,
                rule,
                message with
                {
                    StatedFacts = AddSizeWord(AddDeadline(message.StatedFacts, message, null), message),
                }
            )
                is not { } changed
        )
        {
            return null;
        }

        return changed.Slots.All(slot => slot == FactSlot.Household) ? null : new(rule, changed.Facts, changed.Slots);
    }

    /// <summary>"Nếu chúng tôi không trồng nữa mà chỉ thu mua rồi bán buôn": the same figures in another sector.</summary>
    private static bool SupposesOtherSector(MessageFacts message, RuleState lastRule) =>
        lastRule.Key == SizeRule.Key
        && message.IsHypothetical
        && message.StatedFacts.Enterprise.Activity is { } activity
        && activity != lastRule.Facts.Enterprise.Activity;

    private static bool TellsFigures(MessageFacts message) =>
        message.StatedFacts.Enterprise.HasSizeFigures
        || message.StatedFacts.ContractValue is not null
        || message.StatedFacts.IsAffiliated == true
        || message.StatedFacts.FilingMonths is not null;

    /// <summary>The size rule for a message that only gives figures of an enterprise, after an answer without a rule.</summary>
    public static RuleRequest? FindSizeFromFacts(MessageFacts message, AskerFacts knownFacts, string? lastArticle) =>
        lastArticle is not null
        && (
            message.StatedFacts.Enterprise is { Revenue: not null } or { Capital: not null }
            || (knownFacts.HasSizeFigures && message.StatedFacts.Enterprise.HasSizeFigures)
        )
        && !message.IsHypothetical
        && OwnWords.Count(message) <= 1
        && !YesOrNo.WantsYesOrNo(message.Folded)
        && Aspects.Find(message.Folded) is null
        && !RuleList.All.Any(rule => rule.ArticleKeys.Contains(lastArticle))
            ? new(
                SizeRule.Rule,
                MergeKnown(message.StatedFacts, knownFacts, message).Keep(SizeRule.Rule.UsedFacts),
                [.. message.StatedFacts.GetKnownSlots()]
            )
            : null;

    /// <summary>Whether it gives numbers of people and money without a question, so that the size class is the answer.</summary>
    private static bool IsStatement(MessageFacts message, RuleFacts statedFacts, RuleState? lastRule) =>
        statedFacts.Enterprise is { Employees: not null } enterprise
        && (
            lastRule?.Key == SizeRule.Key
                ? enterprise is { Revenue: not null, Capital: not null }
                : (enterprise.Revenue ?? enterprise.Capital) is not null
        )
        && OwnWords.Count(message) <= 2 * MaxOwnWords
        && EnterpriseProfile.Remove(message) is null
        && !PhraseGroups.ContainsAny("ho tro|vay von|vay tien|thue tndn|dong thue|thue suat|support|loan|tax|mien", $" {message.Folded} ");

    /// <summary>Uses only the figures of the message when it gives the number of people, because they describe one enterprise.</summary>
    private static RuleFacts SelectFacts(RuleFacts all, RuleFacts statedFacts, AnswerRule rule)
    {
        var facts = all.Keep([.. rule.UsedFacts, FactSlot.Household]);
        return
            rule.Key == SizeRule.Key
            && statedFacts.Enterprise.Employees is not null
            && statedFacts.Enterprise is { Revenue: not null, Capital: not null }
            ? facts with
            {
                Enterprise = statedFacts.Enterprise with
                {
                    Activity = statedFacts.Enterprise.Activity ?? all.Enterprise.Activity,
                    NamedSizeClass = null,
                },
            }
            : facts;
    }

    private static bool IsNeedMet(
        string requiredFact,
        RuleFacts facts,
        IReadOnlySet<FactSlot> knownSlots,
        RuleFacts statedFacts,
        MessageFacts message
    ) =>
        requiredFact switch
        {
            "own" => FactReader.IsAboutOwnEnterprise(VietnameseText.Fold(message.Reading.Text)),
            "household" => facts.Enterprise.IsHouseholdBusiness == true,
            "householdMonths" => facts.Enterprise.IsHouseholdBusiness == true && facts.HouseholdMonths is not null,
            "size" => facts.Enterprise.SizeClass is not null || facts.Enterprise.IsHouseholdBusiness == true,
            "scheme" => statedFacts.SchemeKey is not null,
            "statedRevenue" => statedFacts.Enterprise.Revenue is not null
                || (statedFacts.Enterprise.IsHouseholdBusiness == true && facts.Enterprise.Revenue is not null),
            "deadline" => facts.DeadlineKey is not null || facts.WorkingDays is not null,
            "revenue" => statedFacts.Enterprise.Revenue is not null || facts.Enterprise.Revenue is not null,
            _ => Enum.TryParse<FactSlot>(requiredFact, ignoreCase: true, out var slot) && knownSlots.Contains(slot),
        };

    /// <summary>Adds the deadline that the message names or that the last answer was about.</summary>
    private static RuleFacts AddDeadline(RuleFacts statedFacts, MessageFacts message, string? lastArticle)
    {
        return message.Reading.WorkingDays is { } days ? statedFacts with { WorkingDays = days }
            : GuideDetector.FindDeadlineKey(VietnameseText.Fold(message.Reading.Text)) is { } term ? statedFacts with { DeadlineKey = term }
            : statedFacts.StartDate is not null
            && lastArticle is not null
            && Deadlines.All.FirstOrDefault(rule => rule.Basis.ArticleKey == lastArticle) is { } rule
                ? statedFacts with
                {
                    DeadlineKey = rule.Key,
                }
            : statedFacts;
    }
}
