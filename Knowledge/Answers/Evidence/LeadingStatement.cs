using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <param name="CanReplace">It may stand without the short answer where there is no room for both.</param>
/// <param name="NeedsCaveat">It is quoted from a section that has a caveat, and names no document that was read itself.</param>
internal sealed record LeadingText(string Text, bool CanReplace, bool NeedsCaveat = false);

/// <summary>
/// The statement that an answer begins with, where what is asked stands in a section that is not shown: the share, the term, the exception
/// that the short answer leaves out.
/// </summary>
internal static class LeadingStatement
{
    /// <summary>A statement that shares less of the question's words does not answer it.</summary>
    private const double MinOverlap = 0.6;

    /// <summary>The minimum share of the question's words, the rare ones counting more.</summary>
    private const double MinCoverage = 0.12;

    /// <summary>The same for a part of a question, which has fewer words.</summary>
    private const double MinPartCoverage = 0.18;

    /// <summary>How much better than what is shown a statement must be.</summary>
    private const double Margin = 0.6;

    /// <summary>The same where no figure is asked for: the short answer tells the matter as a whole.</summary>
    private const double MarginWithoutKind = 1.5;

    /// <summary>How many times the margin a mistake needs, which answers by its contrary.</summary>
    private const double MistakeFactor = 1.5;

    /// <summary>Statements of the same section with this share of the best score belong to it.</summary>
    private const double AdditionalShare = 0.75;

    /// <summary>With so many times the score of what is shown it may stand in its place.</summary>
    private const double ReplacementFactor = 2;

    /// <summary>The same, from this probability that the message asks for its section.</summary>
    private const double MinSectionProbability = 0.5;

    /// <summary>A section with a lower share of the best section's score tells of another case than the one asked about.</summary>
    private const double MinSectionShare = 0.5;

    /// <summary>The same where a kind of figure is asked for, which tells statements apart by itself.</summary>
    private const double MinSectionShareWithKind = 0.25;

    /// <summary>Fewer words in common say nothing where no figure is asked for; a Vietnamese word is mostly two syllables.</summary>
    private static int GetMinWords(Lang lang) => lang == Lang.Vi ? 3 : 2;

    /// <summary>A section that one part of a question asks for is told whole up to so many words.</summary>
    private static int GetMaxSectionWords(Lang lang) => lang == Lang.Vi ? 110 : 80;

    /// <summary>For each part of a question what it is answered by; null where what is shown answers it.</summary>
    /// <param name="shown">The sections that the answer shows anyway.</param>
    /// <param name="askedNames">What the whole question names, from <see cref="NamedThings.FindAsked"/>.</param>
    public static IReadOnlyList<LeadingText?> FindEach(
        KnowledgeBase knowledge,
        Article article,
        Understanding asked,
        IReadOnlyList<Section> shown,
        IReadOnlySet<string> askedNames
    )
    {
        var clauses = QuestionClauses.Split(asked.Message);
        if (clauses.Count > 1)
        {
            var texts = new HashSet<string>(StringComparer.Ordinal);
            List<LeadingText?> leads =
            [
                .. clauses
                    .Select(clause => asked with { Message = clause })
                    .Select(clause =>
                        Find(knowledge, article, clause, shown, askedNames, isPart: true)
                        ?? FindNamedSection(article, clause, shown, askedNames)
                    )
                    // What was told for a part before is told once.
                    .Select(lead => lead is not null && texts.Add(lead.Text) ? lead : null),
            ];
            if (leads.Exists(lead => lead is not null))
            {
                return leads;
            }
        }

        return [Find(knowledge, article, asked, shown, askedNames, clauses.Count > 1)];
    }

    /// <summary>The section about the aspect that a part of a question names: "nộp ở đâu".</summary>
    private static LeadingText? FindNamedSection(
        Article article,
        Understanding asked,
        IReadOnlyList<Section> shown,
        IReadOnlySet<string> askedNames
    )
    {
        // A place that is not known is told by the line about what is not known.
        if (
            Aspects.Find(KnowledgeBase.FoldPhrase(asked.Message)) is not { } aspect
            || !QuestionClauses.AsksWhat(asked.Message)
            || (aspect == Aspect.Place && article.Gap?.Facts.Contains(FilingFact.Where) == true)
        )
        {
            return null;
        }

        var section = Aspects
            .GetSections(aspect)
            .Select(id => article.GetSectionsOn(asked.AskedAbout, asked.Language).FirstOrDefault(section => section.Id == id))
            .FirstOrDefault(section => section is not null);
        return
            section is not null
            && shown.All(one => one.Id != section.Id)
            && !NamedThings.NamesOthersOnly(section.Heading, askedNames, asked.Language)
            && VietnameseText.SplitIntoWords(section.Markdown).Count <= GetMaxSectionWords(asked.Language)
            ? new(LeadText.FormatSection(section), CanReplace: false)
            : null;
    }

    /// <param name="shown">The sections that the answer shows anyway.</param>
    /// <returns>Null where what is shown answers as well as anything.</returns>
    /// <param name="isPart">Whether the message is one of several parts of a question.</param>
    private static LeadingText? Find(
        KnowledgeBase knowledge,
        Article article,
        Understanding asked,
        IReadOnlyList<Section> shown,
        IReadOnlySet<string> askedNames,
        bool isPart = false
    )
    {
        var wantedKinds = WantedAnswerReader.FindWanted(KnowledgeBase.FoldPhrase(asked.Message), asked.Message);
        if (!knowledge.EvidenceIndex.Contains(article.Key, asked.Language, wantedKinds))
        {
            // A kind of figure that the article does not hold tells none of its statements from another.
            wantedKinds = AnswerKinds.None;
        }

        var sectionScores = knowledge.SectionIndex.Score(article.Key, asked.Language, asked.Message);
        var minSectionScore =
            (wantedKinds == AnswerKinds.None ? MinSectionShare : MinSectionShareWithKind) * sectionScores.Values.DefaultIfEmpty().Max();
        IReadOnlyList<ScoredUnit> ranked =
        [
            .. knowledge
                .EvidenceIndex.RankPassages(
                    article.Key,
                    knowledge.EvidenceIndex.Prepare(asked.Language, asked.Message, AudienceFit.FindAsked(asked)) with
                    {
                        WantedKinds = wantedKinds,
                    }
                )
                .Where(unit =>
                    unit.Unit.InForce?.Contains(asked.AskedAbout) != false
                    && !LeadText.IsCaveat(unit.Unit.Markdown)
                    && (
                        IsShown(unit)
                        || !NamedThings.NamesOthersOnly($"{unit.Unit.Heading} {unit.Unit.Markdown}", askedNames, asked.Language)
                    )
                    && (IsShown(unit) || sectionScores.GetValueOrDefault(unit.Unit.SectionId) >= minSectionScore)
                ),
        ];
        if (wantedKinds != AnswerKinds.None && (wantedKinds & AnswerKinds.Number) == AnswerKinds.None)
        {
            // A statement without such a figure does not answer, however many words it shares.
            ranked = [.. ranked.Where(unit => unit.HasWantedKind)];
        }

        if (ranked is not [{ HasWantedKind: true, Overlap: >= MinOverlap } best, ..] || IsShown(best))
        {
            return null;
        }

        var section = article.GetSectionsOn(asked.AskedAbout, asked.Language).First(one => one.Id == best.Unit.SectionId);
        var bestShownScore = ranked.Where(IsShown).Select(unit => unit.Score).DefaultIfEmpty().Max();
        var margin = wantedKinds == AnswerKinds.None ? MarginWithoutKind : Margin;
        if (best.Score < bestShownScore + (LeadText.IsMistake(section) ? MistakeFactor * margin : margin))
        {
            return null;
        }

        var asksSection = AsksSection(knowledge, asked, section.Id);
        if (
            (best.Unit.IsStep && !asksSection)
            || (LeadText.IsMistake(section) && isPart && !asksSection)
            || (best.Coverage < (isPart ? MinPartCoverage : MinCoverage) && !asksSection && wantedKinds == AnswerKinds.None)
            || (Aspects.GetSections(Aspect.Example).Contains(section.Id) && !NamesAspectOf(asked, section.Id))
            || (best.Unit.IsItem && Anaphora.LeansOnPrevious(best.Unit.Markdown))
            || (
                wantedKinds == AnswerKinds.None
                && (section.Id == AnswerSections.Unconfirmed || (best.MatchedWordCount < GetMinWords(asked.Language) && !asksSection))
            )
        )
        {
            return null;
        }

        // A mistake tells what is wrong, and steps how; what it is about stands in the short answer.
        var replaces =
            !LeadText.IsMistake(section)
            && (!best.Unit.IsStep || NamesAspectOf(asked, section.Id))
            && (wantedKinds != AnswerKinds.None || best.Score >= ReplacementFactor * bestShownScore || asksSection);
        List<EvidenceUnit> leading =
        [
            .. ranked
                .Where(unit => unit.Unit.SectionId == section.Id && unit.Score >= AdditionalShare * best.Score)
                .Select(unit => unit.Unit),
        ];
        var units = knowledge.EvidenceIndex.GetPassages(article.Key, asked.Language);
        var text = LeadText.Write(units, leading, section, asked.KnownFacts);
        return new(text, replaces, NeedsCaveat(text, section.Markdown));

        // What is not known is told by a line of its own in every answer.
        bool IsShown(ScoredUnit unit) =>
            unit.Unit.SectionId == AnswerSections.Unknown || shown.Any(section => section.Id == unit.Unit.SectionId);

        // A section has its caveat once, and a row or an item that is quoted from it must not lose it.
        bool NeedsCaveat(string quoted, string from) =>
            from.Contains(ConfidenceText.Caveat[asked.Language], StringComparison.Ordinal)
            && !quoted.Contains(ConfidenceText.Caveat[asked.Language], StringComparison.Ordinal)
            && !article.Basis.Any(basis =>
                !basis.Confidence.NeedsConfirmation && quoted.Contains(basis.Document, StringComparison.Ordinal)
            );
    }

    private static bool NamesAspectOf(Understanding asked, string sectionId) =>
        Aspects.Find(KnowledgeBase.FoldPhrase(asked.Message)) is { } aspect && Aspects.GetSections(aspect).Contains(sectionId);

    /// <summary>Whether the message asks for what a section tells: by its form, or by the aspect that it names.</summary>
    private static bool AsksSection(KnowledgeBase knowledge, Understanding asked, string sectionId) =>
        NamesAspectOf(asked, sectionId)
        || knowledge.PhrasingModels.Predict(asked.Language, asked.Message).SectionProbabilities.GetValueOrDefault(sectionId)
            >= MinSectionProbability;
}
