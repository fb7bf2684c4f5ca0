using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>What a follow-up comes to.</summary>
/// <param name="Text">The question with what was left out.</param>
/// <param name="Candidate">The section that tells the aspect asked for; null to search for <paramref name="Text"/>.</param>
/// <param name="Preferred">The article that answered before, which still answers when it is about as likely as the best.</param>
internal sealed record FollowUpResolution(string Text, Candidate? Candidate, Article? Preferred);

/// <summary>Completes a follow-up from the question before it: another size, sector or day in the same question, or another aspect of the same article.</summary>
internal static partial class FollowUpResolver
{
    private const int PassagesToRank = 60;

    /// <summary>A neighbour that tells less of the message than this does not tell it.</summary>
    private static double LeastScore(Lang lang) => lang == Lang.En ? 0.12 : 0.3;

    /// <summary>A longer message says more than facts.</summary>
    private const int LongestFacts = 14;

    /// <summary>A message that says this much by itself is asked by itself.</summary>
    private const double StandsAlone = 0.45;

    /// <summary>Null when the message stands by itself, or nothing came before it.</summary>
    public static FollowUpResolution? Resolve(KnowledgeBase knowledge, Understanding asked, ConversationContext context)
    {
        if ((context.Past.Count > 0 ? context.Past[^1] : null) is not { } before)
        {
            return null;
        }

        var article = knowledge.Find(before.ArticleKey);
        if (SaysOnlyFacts(asked))
        {
            return new($"{before.Text.TrimEnd('?', ' ', '.')}, {asked.Text}", null, article);
        }

        if (FollowUpReader.Read(asked.Folded) is not { } message)
        {
            return null;
        }

        if (message.HasSlot)
        {
            return new(Substitute(before.Text, message, asked.Language), null, message.Rest.Length == 0 ? article : null);
        }

        if (message.Rest.Length > 0)
        {
            return knowledge.Index.Search(asked.Text, new SearchOptions { Lang = asked.Language }).Relevance > StandsAlone
                ? null
                : new($"{message.Rest} {Carried(before.Text)}".Trim(), null, null);
        }

        var text = $"{(article is null ? before.Text : article.Title[asked.Language])}: {asked.Text}";
        return new(text, article is null ? null : Tells(knowledge, article, message.Aspect, asked), article);
    }

    /// <summary>"Công ty tôi 45 người": asks nothing and tells what the question before left open.</summary>
    private static bool SaysOnlyFacts(Understanding asked) =>
        asked.Said.HasFigures && asked.Folded.Count(' ') < LongestFacts && !Asks().IsMatch(asked.Folded);

    /// <summary>The section of the same article that tells the aspect, else the best of the articles it leads to.</summary>
    private static Candidate? Tells(KnowledgeBase knowledge, Article article, Aspect? aspect, Understanding asked)
    {
        if (aspect is null)
        {
            return new(article, AnswerSections.Short, 1);
        }

        var sections = Aspects.Sections(aspect.Value);
        if (sections.FirstOrDefault(id => article.Sections(asked.Language).Any(section => section.Id == id)) is { } own)
        {
            return new(article, own, 1) { IsSectionAsked = true };
        }

        var near = Neighbours(knowledge, article);
        var best = knowledge
            .Index.Search(
                $"{asked.Text} {Aspects.Search(aspect.Value)[asked.Language]}",
                new SearchOptions { Lang = asked.Language, Count = PassagesToRank }
            )
            .Hits.FirstOrDefault(hit =>
                near.Contains(hit.Passage.ArticleKey)
                && hit.Score >= LeastScore(asked.Language)
                && (hit.Passage.SectionId == AnswerSections.Short || Aspects.Sections(aspect.Value).Contains(hit.Passage.SectionId))
            );
        return best is null ? null : new(knowledge.Find(best.Passage.ArticleKey)!, best.Passage.SectionId, 1);
    }

    /// <summary>The articles at most two steps of "what next" away.</summary>
    private static HashSet<string> Neighbours(KnowledgeBase knowledge, Article article)
    {
        var first = article.FollowUps.Concat(article.Related).ToList();
        return [article.Key, .. first, .. first.Select(knowledge.Find).OfType<Article>().SelectMany(next => next.FollowUps)];
    }

    /// <summary>The question before with other words for the size, the sector or the day; what it did not name is added.</summary>
    private static string Substitute(string before, FollowUpMessage message, Lang lang)
    {
        var text = before;
        if (message.Size is { } size)
        {
            text = Replace(
                text,
                [.. FactReader.SizeWords(VietnameseText.Fold(text)).Select(match => match.Groups["size"])],
                SizeNames[size][lang],
                lang == Lang.En ? $"for {SizeNames[size].En} enterprises" : $"cho doanh nghiệp {SizeNames[size].Vi}"
            );
        }

        if (message.Sector is { } sector)
        {
            text += lang == Lang.En ? $", sector: {sector.Name.En}" : $", lĩnh vực {sector.Name.Vi}";
        }

        if (message.Household)
        {
            text = Replace(
                text,
                [.. Enterprise().Matches(VietnameseText.Fold(text)).Cast<Capture>()],
                lang == Lang.En ? "household business" : "hộ kinh doanh",
                lang == Lang.En ? "for a household business" : "cho hộ kinh doanh"
            );
        }

        if (message.Priority)
        {
            text += lang == Lang.En ? " for women-owned enterprises" : " cho doanh nghiệp do phụ nữ làm chủ";
        }

        if (message.Date is not null)
        {
            text = Year().Replace(text, " ");
            text = message.Date.Length == 4 ? $"{text} {(lang == Lang.En ? "in" : "năm")} {message.Date}" : text;
        }

        return message.Rest.Length == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} {message.Rest}");
    }

    private static string Replace(string text, IReadOnlyList<Capture> places, string with, string added)
    {
        if (places.Count == 0)
        {
            return $"{text.TrimEnd('?', ' ', '.')} {added}";
        }

        foreach (var place in Enumerable.Reverse(places))
        {
            text = text[..place.Index] + with + text[(place.Index + place.Length)..];
        }

        return text;
    }

    /// <summary>What a question says beside its matter: who asks, and what of it is asked.</summary>
    private static string Carried(string before) =>
        string.Join(' ', VietnameseText.Words(before).Where(word => Vagueness.IsGeneral(VietnameseText.Fold(word))));

    private static readonly Dictionary<SmeClass, LocalizedText> SizeNames = new()
    {
        [SmeClass.Micro] = new("siêu nhỏ", "micro"),
        [SmeClass.Small] = new("nhỏ", "small"),
        [SmeClass.Medium] = new("vừa", "medium"),
    };

    [GeneratedRegex(
        @"\b(gi|nao|sao|bao nhieu|bn|the nao|dau|ai|khong|ko|k|hong|chua|muon|can|xin|duoc|dc|hoi|phai|nen|thi|con|what|how|which|can|should|do|does|want|need|about|is|are)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Asks();

    [GeneratedRegex(
        @"\b(doanh nghiep|dn|cong ty|cty|enterprises?|compan(y|ies)|business(es)?)\b( (sieu nho|nho va vua|nho|vua))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Enterprise();

    [GeneratedRegex(
        @"\b(năm|nam|in)\s+20[0-9]{2}\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Year();
}
