using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>
/// The step of the pipeline in which rules and statements speak: a fact of the last rule that changed, a rule that is asked for and whose
/// facts are known, a statement that is asked about. What none of them can tell goes on to the articles.
/// </summary>
internal static class RuleStage
{
    public static Answer? Answer(KnowledgeBase published, Understanding asked, ConversationContext context)
    {
        if (asked.IsCrisis || asked.IsPersonal || asked.OtherMatter is not null)
        {
            return null;
        }

        var message = MessageFacts.Of(asked.Text, asked.Today);
        var lastArticle = context.Past.Count > 0 ? context.Past[^1].ArticleKey : null;
        var claim = YesOrNo.Asks(message.Folded)
            ? new Claim(message.Folded, YesOrNo.Asserts(message.Folded))
            {
                Size = message.Stated.Enterprise.Size,
                Figures = message.Figures,
            }
            : null;
        var isPhrasing = published.FindByPhrasing(asked.Folded) is not null;
        var statement = isPhrasing ? null : Statements.Find(message.Folded, lastArticle);
        if (statement is not null && claim is null && statement.FindPeriod(asked.AskedAbout)?.IsTrue == false && asked.Documents.Count > 0)
        {
            // A document that ended and is only named is told by the article about it.
            statement = null;
        }

        if (statement is not null && !StatementFit.Fits(statement, published, asked, lastArticle))
        {
            statement = null;
        }

        if (isPhrasing && !message.Stated.Enterprise.HasFigures)
        {
            return null;
        }

        var request = RuleReader.Asked(message, context.Facts, context.Rule, lastArticle);
        if (statement is { PrecedesRules: true } && !IsAboutTheOwn(message, statement))
        {
            request = null;
        }
        else if (request is null && RuleReader.Changed(message, context.Rule, context.Facts, lastArticle) is { } changed)
        {
            request =
                statement is null
                || !Statements.NamesSubject(statement, message.Folded)
                || (message.Stated.Enterprise.HasFigures && changed.Facts != context.Rule?.Facts)
                    ? changed
                    : null;
        }

        request ??= statement is null ? RuleReader.OnlyFacts(message, context.Facts, lastArticle) : null;
        var question = new RuleQuestion(request?.Facts ?? RuleFacts.None, asked.AskedAbout, asked.Today, asked.Language, claim);
        return (request is null ? null : Told(request, question, message, context, published))
            ?? (
                statement is null ? null
                : StatementAnswer.Compose(statement, question, published) is { } stated
                    ? stated with
                    {
                        Said = new AskerFacts
                        {
                            Household = message.Stated.Enterprise.Household == true ? true : null,
                            Activity = message.Stated.Enterprise.Activity,
                            Revenue = message.Stated.Enterprise.Revenue,
                            Employees = message.Stated.Enterprise.Employees,
                            Capital = message.Stated.Enterprise.Capital,
                        },
                    }
                : null
            );
    }

    /// <summary>All three figures are given: they are the asker's own.</summary>
    private static bool IsAboutTheOwn(MessageFacts message, Statement statement) =>
        message.Stated.Enterprise is { Employees: not null, Revenue: not null, Capital: not null }
        && !Statements.NamesSubject(statement, message.Folded);

    /// <summary>A class that was said earlier decides: that is said first.</summary>
    private static bool IsRemembered(RuleRequest request) =>
        request.Rule.Key == SupportRule.Key
        && request.Facts.Enterprise.Class is not null
        && !request.Given.Any(slot =>
            slot is FactSlot.Size or FactSlot.Employees or FactSlot.Revenue or FactSlot.Capital or FactSlot.Contract or FactSlot.Priority
        );

    private static Answer? Told(
        RuleRequest request,
        RuleQuestion question,
        MessageFacts message,
        ConversationContext context,
        KnowledgeBase published
    )
    {
        if (RuleAnswer.Compose(request.Rule, question, published) is not { } answer)
        {
            return null;
        }

        var last = context.Rule;
        var isSame = last?.Key == request.Rule.Key;
        // A scenario goes on until the asker comes back to what is so.
        var isSupposed =
            message.IsHypothetical
            || OfOthers(message, question.Claim, context.Facts)
            || (isSame && last!.Real is not null && !message.IsCorrection);
        return answer with
        {
            Text = IsRemembered(request) ? AnswerTexts.AsRemembered.With(question.Language, answer.Text) : answer.Text,
            Said = isSupposed ? AskerFacts.None : answer.Said,
            Rule = answer.Rule! with
            {
                Latest = request.Given,
                Real =
                    !isSupposed ? null
                    : isSame ? last!.Real ?? last.Facts
                    : new RuleFacts { Enterprise = context.Facts },
                Before =
                    isSame ? last!.Before
                    : last is null ? null
                    : last with { Before = null },
            },
        };
    }

    /// <summary>A claim about enterprises in general tells nothing of the asker's own.</summary>
    private static bool OfOthers(MessageFacts message, Claim? claim, AskerFacts known) =>
        claim is { IsAssertion: true } && !known.IsEmpty && !FactReader.IsOwn(VietnameseText.Fold(message.Reading.Text));
}
