using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>A rule that a message asks for, with the facts to tell it from.</summary>
/// <param name="Given">The facts that the message itself gave, to be replaced by a bare value later.</param>
internal sealed record RuleRequest(AnswerRule Rule, RuleFacts Facts, IReadOnlyList<FactSlot> Given);

/// <summary>Which rule a message asks for: by its words and facts, or by changing a fact of the last one. Pure.</summary>
internal static partial class RuleReader
{
    /// <summary>More words of its own than these make a message a matter of its own.</summary>
    private const int MostOwnWords = 4;

    /// <summary>The rule asked for by name or by what is stated; null where none is.</summary>
    /// <param name="known">What the conversation remembers of the enterprise.</param>
    public static RuleRequest? Asked(MessageFacts message, AskerFacts known, RuleState? last, string? lastArticle)
    {
        var asStated = WithSizeWord(WithTerm(message.Stated, message, lastArticle), message);
        var found = RuleCues
            .Default.Cues.Select(cue => (rule: RuleList.Find(cue.RuleKey), cue, score: cue.GetScore($" {message.Folded} ")))
            .Where(found => found.rule is not null && found.score > 0)
            .Select(found => (found.rule, found.cue, found.score, stated: WithOneSum(asStated, message, found.rule!)))
            .Where(found => NeedsAreMet(found.cue, found.stated, known, message))
            .OrderByDescending(found => found.score)
            .FirstOrDefault();
        if (found.rule?.Key == PersonRules.WomenKey && last?.Key == SupportRule.Key && asStated.Enterprise.Priority == true)
        {
            return null;
        }

        if (found.rule is not { } best)
        {
            return IsStatement(message, asStated, last)
                ? new(SizeRule.Rule, Own(Known(asStated, known, message), asStated, SizeRule.Rule), [.. asStated.Slots()])
                : null;
        }

        return best.Key != last?.Key ? new(best, Own(Known(found.stated, known, message), found.stated, best), [.. found.stated.Slots()])
            : FactChanges.Of(last, best, message with { Stated = found.stated }) is { } changed ? new(best, changed.Facts, changed.Slots)
            : best.Key == SizeRule.Key ? new(best, last.Real ?? last.Facts, [])
            : null;
    }

    /// <summary>"Vừa thì sao", "medium then": a bare word for a class names it where the message says hardly anything else.</summary>
    private static RuleFacts WithSizeWord(RuleFacts stated, MessageFacts message) =>
        stated.Enterprise.Size is null && SizeWordsRegex().Match(message.Folded) is { Success: true } word && OwnWords(message) <= 2
            ? stated with
            {
                Enterprise = stated.Enterprise with { Size = FactReader.ClassOf(word) },
            }
            : stated;

    [GeneratedRegex(
        @"(?<!\b(vua|nho|small|medium) (va|hay|hoac|and|or) )\b(?<size>sieu nho|micro|nho|small|vua|medium)\b(?! (va|hay"
            + @"|hoac|and|or) (vua|nho|small|medium))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SizeWordsRegex();

    /// <summary>A single sum that does not say what it is, is the revenue of a rule that takes no other sum.</summary>
    private static RuleFacts WithOneSum(RuleFacts stated, MessageFacts message, AnswerRule rule) =>
        stated.Enterprise.Revenue is null
        && rule.Takes.Contains(FactSlot.Revenue)
        && !rule.Takes.Contains(FactSlot.Capital)
        && message.Loose.Where(quantity => quantity is { Kind: QuantityKind.Money, Measure: Measure.Unbound }).ToList()
            is [{ Confidence: >= QuantityReader.SureConfidence, Comparator: Comparator.Equal } one]
            ? stated with
            {
                Enterprise = stated.Enterprise with { Revenue = one.Value },
            }
            : stated;

    /// <summary>What is said with what is remembered; a shop whose tax is asked is a household business where no company is
    /// named.</summary>
    private static RuleFacts Known(RuleFacts stated, AskerFacts known, MessageFacts message)
    {
        var facts = new RuleFacts { Enterprise = known }.With(stated);
        return
            facts.Enterprise.Household is null
            && stated.Enterprise is { Revenue: not null, Employees: null }
            && PhraseGroups.ContainsAny(RuleCues.Default.ShopWords, $" {message.Folded} ")
            ? facts with
            {
                Enterprise = facts.Enterprise with { Household = true },
            }
            : facts;
    }

    private static bool NeedsAreMet(RuleCue cue, RuleFacts stated, AskerFacts known, MessageFacts message)
    {
        var facts = Known(stated, known, message);
        var held = facts.Slots();
        return cue.RequiredFacts.TrueForAll(need => Holds(need, facts, held, stated, message));
    }

    /// <summary>The last rule with what this message changes; null where it changes nothing of it or is a matter of its own.</summary>
    /// <param name="lastArticle">The article of the last answer: a rule of its matter can be told once its facts are said.</param>
    public static RuleRequest? Changed(MessageFacts message, RuleState? last, AskerFacts known, string? lastArticle)
    {
        if (NamesTax(message, last) && !message.IsCorrection)
        {
            return null;
        }

        var isOfLast = last is not null && (lastArticle is null || RuleList.Find(last.Key)?.Articles.Contains(lastArticle) == true);
        return (isOfLast ? ChangedIn(message, last!) : null)
            ?? OfArticle(lastArticle, known)
                .Select(state => ChangedIn(message, state))
                .FirstOrDefault(request =>
                    request is not null && (request.Rule.Key != SizeRule.Key || request.Facts.Enterprise.Employees is not null)
                )
            ?? (isOfLast || last is null ? null : ChangedIn(message, last))
            ?? (last?.Before is { } before ? ChangedIn(message, before) : null);
    }

    /// <summary>Asks of a tax while another rule was told last: a matter of its own.</summary>
    private static bool NamesTax(MessageFacts message, RuleState? last) =>
        last is not null
        && !IsTax(last.Key)
        && RuleCues.Default.Cues.Exists(cue => IsTax(cue.RuleKey) && cue.GetScore($" {message.Folded} ") > 0);

    private static bool IsTax(string rule) => rule.StartsWith("cit-", StringComparison.Ordinal) || rule == HouseholdRules.TaxKey;

    /// <summary>The rules of an article's matter, from what is known of the enterprise.</summary>
    private static IEnumerable<RuleState> OfArticle(string? article, AskerFacts known) =>
        RuleList
            .All.Where(rule => article is not null && rule.Articles.Contains(article))
            .Select(rule => new RuleState(
                rule.Key,
                FactChanges.Only(new RuleFacts { Enterprise = known, Scheme = SchemeOf(article!) }, rule.Takes)
            ));

    private static string? SchemeOf(string article) =>
        SupportAmounts.All.FirstOrDefault(amount => amount.Basis.ArticleKey == article)?.SchemeKey;

    private static RuleRequest? ChangedIn(MessageFacts message, RuleState last)
    {
        if (
            RuleList.Find(last.Key) is not { } rule
            || OwnWords(message) > (message.Stated.Enterprise.HasFigures || message.IsCorrection ? 2 * MostOwnWords : MostOwnWords)
            || Aspects.Of(message.Folded) is Aspect.Papers or Aspect.Place or Aspect.Steps or Aspect.Fee or Aspect.Basis
            || FactChanges.Of(last, rule, message with { Stated = WithSizeWord(WithTerm(message.Stated, message, null), message) })
                is not { } changed
        )
        {
            return null;
        }

        // That it is a household business is a fact, but nothing that is asked by itself.
        return changed.Slots.All(slot => slot == FactSlot.Household) ? null : new(rule, changed.Facts, changed.Slots);
    }

    /// <summary>Figures of an enterprise and nothing else, after an answer that no rule belongs to: the size class is what can be told of
    /// them, or asked for.</summary>
    public static RuleRequest? OnlyFacts(MessageFacts message, AskerFacts known, string? lastArticle) =>
        lastArticle is not null
        && (
            message.Stated.Enterprise is { Revenue: not null } or { Capital: not null }
            || (known.HasFigures && message.Stated.Enterprise.HasFigures)
        )
        && !message.IsHypothetical
        && OwnWords(message) <= 1
        && !YesOrNo.Asks(message.Folded)
        && Aspects.Of(message.Folded) is null
        && !RuleList.All.Any(rule => rule.Articles.Contains(lastArticle))
            ? new(SizeRule.Rule, FactChanges.Only(Known(message.Stated, known, message), SizeRule.Rule.Takes), [.. message.Stated.Slots()])
            : null;

    /// <summary>People and money are told, and nothing is asked: the size class is what can be told of them.</summary>
    private static bool IsStatement(MessageFacts message, RuleFacts stated, RuleState? last) =>
        stated.Enterprise is { Employees: not null } enterprise
        && (
            last?.Key == SizeRule.Key
                ? enterprise is { Revenue: not null, Capital: not null }
                : (enterprise.Revenue ?? enterprise.Capital) is not null
        )
        && OwnWords(message) <= 2 * MostOwnWords
        && !PhraseGroups.ContainsAny("ho tro|vay von|vay tien|thue tndn|dong thue|thue suat|support|loan|tax|mien", $" {message.Folded} ");

    /// <summary>Figures of the message count alone where it gives the number of people: they are of one enterprise.</summary>
    private static RuleFacts Own(RuleFacts all, RuleFacts stated, AnswerRule rule)
    {
        var facts = FactChanges.Only(all, [.. rule.Takes, FactSlot.Household]);
        return
            rule.Key == SizeRule.Key
            && stated.Enterprise.Employees is not null
            && stated.Enterprise is { Revenue: not null, Capital: not null }
            ? facts with
            {
                Enterprise = stated.Enterprise with { Activity = stated.Enterprise.Activity ?? all.Enterprise.Activity, Size = null },
            }
            : facts;
    }

    private static bool Holds(string need, RuleFacts facts, IReadOnlySet<FactSlot> held, RuleFacts stated, MessageFacts message) =>
        need switch
        {
            "own" => FactReader.IsOwn(VietnameseText.Fold(message.Reading.Text)),
            "household" => facts.Enterprise.Household == true,
            "size" => facts.Enterprise.Class is not null || facts.Enterprise.Household == true,
            "scheme" => stated.Scheme is not null,
            "statedRevenue" => stated.Enterprise.Revenue is not null
                || (stated.Enterprise.Household == true && facts.Enterprise.Revenue is not null),
            "deadline" => facts.Deadline is not null || facts.Days is not null,
            "revenue" => stated.Enterprise.Revenue is not null || facts.Enterprise.Revenue is not null,
            _ => Enum.TryParse<FactSlot>(need, ignoreCase: true, out var slot) && held.Contains(slot),
        };

    /// <summary>The deadline that is meant, by the message's words or by the last answer's matter.</summary>
    private static RuleFacts WithTerm(RuleFacts stated, MessageFacts message, string? lastArticle)
    {
        var plain = VietnameseText.Fold(message.Reading.Text);
        if (message.Reading.WorkingDays is { } days)
        {
            return stated with { Days = days };
        }

        return GuideReader.TermOf(plain) is { } term ? stated with { Deadline = term }
            : stated.Start is not null
            && lastArticle is not null
            && Deadlines.All.FirstOrDefault(rule => rule.Basis.ArticleKey == lastArticle) is { } rule
                ? stated with
                {
                    Deadline = rule.Key,
                }
            : stated;
    }

    /// <summary>Words that tell a matter of their own: neither figures nor what holds a sentence together.</summary>
    private static int OwnWords(MessageFacts message)
    {
        var rest = message.Reading.Text;
        foreach (var quantity in message.Reading.Quantities.OrderByDescending(quantity => quantity.Span.Start))
        {
            rest = rest.Remove(quantity.Span.Start, Math.Min(quantity.Span.Length, rest.Length - quantity.Span.Start));
        }

        return VietnameseText
            .SplitIntoWords(VietnameseText.Fold(rest))
            .Count(word =>
                !word.Any(char.IsAsciiDigit) && !Fillers.Contains(word) && !ConversationPolicy.Current.Fields.IsGeneralWord(word)
            );
    }

    private static readonly HashSet<string> Fillers =
    [
        .. RuleCues.Default.FillerWords.Split('|', ' '),
        .. (
            "lao dong bao hiem bhxh bh xa hoi doanh thu dthu dt von nguon capital revenue staff employees workers insured "
            + "headcount tro nguoi ng tho cong nhan nhan vien hop dong contract turnover"
        ).Split(' '),
    ];
}
