using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Content;

/// <summary>
/// An amount was in a rule table and again in articles: one could be changed alone, and an answer then contained both.
/// </summary>
public sealed class AmountsHaveOneSourceTests
{
    public static TheoryData<string> Ids() => [.. SupportAmounts.All.Where(IsTold).Select(amount => amount.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_article_states_each_amount_of_its_table_in_both_languages(string id)
    {
        var amount = Assert.Single(SupportAmounts.All, amount => amount.Id == id);
        var article = Assert.Single(RealKnowledge.Articles, article => article.Key == amount.Basis.ArticleKey);

        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            var text = string.Join('\n', article.GetSections(lang).Select(section => section.Markdown));
            Assert.Contains(LocalFormat.Money(amount.Cap, lang), text, StringComparison.Ordinal);
            Assert.Contains($"{LocalFormat.Number(amount.SharePercent, lang)}%", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_amount_changed_only_in_the_article_fails_the_check()
    {
        var files = ArticleStore.ReadFolder(SourceTree.Combine("Knowledge", "Articles"));
        var changed = files
            .Select(file =>
                file with
                {
                    Text = file.Path.EndsWith("/B3-consult.md", StringComparison.Ordinal) ? WithOwnAmount(file.Text) : file.Text,
                }
            )
            .ToList();

        var findings = KnowledgeCheck.Run(changed, LegalRegister.Default, new DateOnly(2026, 11, 21)).Findings;

        var finding = Assert.Single(findings);
        Assert.Equal(("support/B3-consult.md", "amount"), (finding.Path, finding.Rule));
        Assert.Contains("“120 triệu đồng” differs from the rule table", finding.Reason.En, StringComparison.Ordinal);
    }

    /// <summary>The texts of a statement are on the line of its period, with the clause.</summary>
    [Fact]
    public void No_statement_repeats_an_amount_beside_its_clause()
    {
        var repeated =
            from line in File.ReadLines(SourceTree.Combine("Knowledge", "Rules", "Data", "statements.yaml"))
            from amount in AmountTable.Default.All
            where amount.Unit == AmountUnit.Vnd
            where line.Contains(amount.Document, StringComparison.Ordinal) && line.Contains(amount.Clause, StringComparison.Ordinal)
            where System.Text.RegularExpressions.Regex.IsMatch(line, $@"(?<![\d.,]){amount.Format(Lang.Vi)}(?!\w)")
            select $"{amount.Id}: {line.Trim()[..60]}";

        Assert.Empty(repeated);
    }

    private static string WithOwnAmount(string text)
    {
        const string Reference = "{{support-amounts.consulting-small.cap}}";
        var english = text.IndexOf("# English", StringComparison.Ordinal);
        Assert.Contains(Reference, text, StringComparison.Ordinal);
        return text[..english].Replace(Reference, "120 triệu đồng", StringComparison.Ordinal)
            + text[english..].Replace(Reference, "VND 120 million", StringComparison.Ordinal);
    }

    private static bool IsTold(SupportAmount amount) => amount.Basis.Confidence.MayBeStated || amount.Basis.Confidence.NeedsConfirmation;
}
