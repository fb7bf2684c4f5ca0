using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content.Patterns;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

/// <summary>Texts are refused by the beginnings of patterns only where no pattern fits.</summary>
public sealed class WordPatternsTests
{
    [Theory]
    [InlineData("ho chieu", "lam ho chieu")]
    [InlineData("(lam|cap|doi) (lai )?can cuoc", "doi lai can cuoc")]
    [InlineData("(em|k) nop", "em nop ho so")]
    [InlineData("(em )?nop", "nop ho so")]
    [InlineData("(thue )?(tncn|luong)", "tncn")]
    [InlineData("((a|b)c)?xin", "xin")]
    [InlineData("licen[cs]e", "a license")]
    [InlineData("wages?", "wage")]
    [InlineData("ab*c", "ac")]
    [InlineData("visa|passport", "passport")]
    [InlineData(@"\w+ chet", "muon chet")]
    [InlineData("tu tu( mat)?$", "muon tu tu")]
    [InlineData("^chao", "chao em")]
    public void A_text_with_a_match_is_not_refused(string pattern, string text)
    {
        Assert.True(new WordPatterns(pattern).IsMatch(text));
        Assert.False(new WordPatterns(pattern).IsMatch("zorblax"));
    }

    [Fact]
    public void The_shipped_patterns_find_the_same_as_without_their_beginnings()
    {
        var policy = ConversationPolicy.Current;
        List<WordPatterns> all =
        [
            .. policy.Matters.Matters.Select(matter => matter.Words),
            .. policy.Matters.Exceptions.Values,
            .. policy.Fields.Fields.Select(field => field.Words),
            policy.Fields.TellingPhrases,
            policy.Signals.CrisisPhrases,
            policy.Signals.PersonalPhrases,
            policy.Signals.OwnNumberFormQuestions,
            policy.Signals.UnwrittenMatters,
            policy.Signals.ComparisonPhrases,
            policy.Signals.MissingFactPhrases,
        ];
        List<string> texts =
        [
            .. PhrasingSet.Default.All.Where((_, i) => i % 40 == 0).Select(phrasing => Fold(phrasing.Text)),
            .. policy.Acts.Phrasings.Select(phrasing => Fold(phrasing.Text)),
            // Each pattern's own words, with its groups as one of their alternatives.
            .. all.SelectMany(patterns => patterns.Lines)
                .Select(line =>
                    Regex.Replace(
                        line,
                        @"\((?<first>[^()|]*)[^()]*\)\??",
                        "${first}",
                        RegexOptions.ExplicitCapture,
                        TimeSpan.FromSeconds(1)
                    )
                ),
        ];
        foreach (var patterns in all.Where(patterns => patterns.Lines.Count > 0))
        {
            var regex = new Regex(
                $@"\b(?:{string.Join('|', patterns.Lines)})\b",
                RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking,
                TimeSpan.FromSeconds(1)
            );
            foreach (var text in texts)
            {
                var match = regex.Match(text);
                Assert.Equal(match.Success ? match.Value : null, patterns.FindMatch(text));
            }
        }
    }

    private static string Fold(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
}
