using PolicyAssistantBot.Knowledge.Answers.Asked;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Propositions;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>
/// The step of the pipeline that answers by rules and statements: a changed fact of the last rule, a rule that is asked for and whose facts
/// are known, or a statement that is asked about. Other questions continue to the articles.
/// </summary>
internal static class RuleStage
{
    public static Answer? FindAnswer(KnowledgeBase knowledge, Understanding understanding, ConversationContext context)
    {
        if (understanding.IsCrisis || understanding.IsPersonal || understanding.OtherMatter is not null)
        {
            return null;
        }

        var message = MessageFacts.Read(understanding.Text, understanding.Today);
        var lastArticle = context.PastQuestions.Count > 0 ? context.PastQuestions[^1].ArticleKey : null;
        var claim = YesOrNo.WantsYesOrNo(message.Folded)
            ? new AskerClaim(message.Folded, YesOrNo.IsAssertion(message.Folded, understanding.Text))
            {
                SizeClass = message.StatedFacts.Enterprise.NamedSizeClass,
                Figures = message.Figures,
            }
            : null;
        var isPhrasing = knowledge.FindByPhrasing(understanding.Folded) is not null;
        var statement = isPhrasing ? null : Statements.Find(message.Folded, lastArticle);
        if (
            statement is not null
            && claim is null
            && statement.FindPeriod(understanding.AskedAbout)?.IsTrue == false
            && understanding.Documents.Count > 0
        )
        {
            // A document that has expired and is only named is answered by the article about it.
            statement = null;
        }

        if (statement is not null && !StatementRelevance.IsAbout(statement, knowledge, understanding, context))
        {
            statement = null;
        }

        if (isPhrasing && !message.StatedFacts.Enterprise.HasSizeFigures)
        {
            return null;
        }

        var request = RuleRequestReader.FindAsked(message, context.Facts, context.Rule, lastArticle);
        if (statement is { PrecedesRules: true } && !HasAllFigures(message, statement))
        {
            request = null;
        }
        else if (request is null && RuleRequestReader.FindChanged(message, context.Rule, context.Facts, lastArticle) is { } changed)
        {
            request =
                statement is null
                || !Statements.NamesSubject(statement, message.Folded)
                || (message.StatedFacts.Enterprise.HasSizeFigures && changed.Facts != context.Rule?.Facts)
                    ? changed
                    : null;
        }

        request ??= statement is null ? RuleRequestReader.FindSizeFromFacts(message, context.Facts, lastArticle) : null;
        var question = new RuleQuestion(
            request?.Facts ?? RuleFacts.None,
            understanding.AskedAbout,
            understanding.Today,
            understanding.Language,
            claim
        );
        return (request is null ? null : ComposeAnswer(request, question, message, context, knowledge))
            ?? (
                statement is null ? null
                : StatementAnswer.Compose(statement, question, understanding, knowledge) is { } stated
                    ? stated with
                    {
                        StatedFacts = new AskerFacts
                        {
                            IsHouseholdBusiness = message.StatedFacts.Enterprise.IsHouseholdBusiness == true ? true : null,
                            Activity = message.StatedFacts.Enterprise.Activity,
                            Revenue = message.StatedFacts.Enterprise.Revenue,
                            Employees = message.StatedFacts.Enterprise.Employees,
                            Capital = message.StatedFacts.Enterprise.Capital,
                        },
                    }
                : null
            );
    }

    /// <summary>Whether all three figures are given, so that they describe the asker's enterprise.</summary>
    private static bool HasAllFigures(MessageFacts message, Statement statement) =>
        message.StatedFacts.Enterprise is { Employees: not null, Revenue: not null, Capital: not null }
        && !Statements.NamesSubject(statement, message.Folded);

    /// <summary>Whether a size class from an earlier message decides, which the answer must mention.</summary>
    private static bool UsesRememberedSize(RuleRequest request) =>
        request.Rule.Key == SupportRule.Key
        && request.Facts.Enterprise.SizeClass is not null
        && !request.GivenSlots.Any(slot =>
            slot is FactSlot.Size or FactSlot.Employees or FactSlot.Revenue or FactSlot.Capital or FactSlot.Contract or FactSlot.Priority
        );

    private static Answer? ComposeAnswer(
        RuleRequest request,
        RuleQuestion question,
        MessageFacts message,
        ConversationContext context,
        KnowledgeBase knowledge
    )
    {
        if (RuleAnswer.Compose(request.Rule, question, knowledge) is not { } answer)
        {
            return null;
        }

        var last = context.Rule;
        var isSame = last?.Key == request.Rule.Key;
        // A hypothetical scenario continues until the asker returns to the real facts.
        var isHypothetical =
            message.IsHypothetical
            || IsAboutOthers(message, question.Claim, context.Facts)
            || (isSame && last!.FactsWithoutAssumption is not null && !message.IsCorrection);
        return answer with
        {
            Text = Introduce(answer.Text, request, question, message, last),
            OffersRequest = answer.OffersRequest || EarlierPurchase.IsToldIn(message.Reading.Text),
            StatedFacts = isHypothetical ? AskerFacts.None : answer.StatedFacts,
            Rule = answer.Rule! with
            {
                LatestSlots = request.GivenSlots,
                FactsWithoutAssumption =
                    !isHypothetical ? null
                    : isSame ? last!.FactsWithoutAssumption ?? last.Facts
                    : new RuleFacts { Enterprise = context.Facts },
                Previous =
                    isSame ? last!.Previous
                    : last is null ? null
                    : last with { Previous = null },
            },
        };
    }

    /// <summary>
    /// Says first what else the asker must know: the purchase came too early, the figure changes nothing, a size was remembered.
    /// </summary>
    private static string Introduce(string text, RuleRequest request, RuleQuestion question, MessageFacts message, RuleState? last)
    {
        if (ChangesNothing(request, question, last))
        {
            text = AnswerTexts.StaysTheSame.With(question.Language, text);
        }
        else if (UsesRememberedSize(request))
        {
            text = AnswerTexts.FromRememberedFacts.With(question.Language, text);
        }

        return
            request.Rule.Key == SupportRule.Key
            && EarlierPurchase.Describe(SupportRule.Rule.ArticleKeys[0], message.Reading.Text, question.Language) is { } bought
            ? $"{bought}\n\n{text}"
            : text;
    }

    /// <summary>Whether a new sum or number leads to what was told before it; a yes or no of its own says so already.</summary>
    private static bool ChangesNothing(RuleRequest request, RuleQuestion question, RuleState? last) =>
        last?.Key == request.Rule.Key
        && last.Facts != request.Facts
        && request.GivenSlots.Count > 0
        && request.GivenSlots.All(slot =>
            slot is FactSlot.Revenue or FactSlot.Capital or FactSlot.Employees or FactSlot.Contract
            && last.Facts.GetKnownSlots().Contains(slot)
        )
        && question.Claim?.IsAssertion != true
        && (request.Rule.Evaluate(question), request.Rule.Evaluate(question with { Facts = last.Facts })) switch
        {
            (RuleOutcome.Decided now, RuleOutcome.Decided before) => now.Value == before.Value,
            (RuleOutcome.FactMissing now, RuleOutcome.FactMissing before) => now.Text == before.Text,
            _ => false,
        };

    /// <summary>Whether the claim is about enterprises in general, so that it states nothing about the asker's.</summary>
    private static bool IsAboutOthers(MessageFacts message, AskerClaim? claim, AskerFacts known) =>
        claim is { IsAssertion: true } && !known.IsEmpty && !FactReader.IsAboutOwnEnterprise(VietnameseText.Fold(message.Reading.Text));
}
