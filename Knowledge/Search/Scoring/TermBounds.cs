using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>A posting list of the query, with the upper bounds of its contribution.</summary>
/// <param name="TableOffset">
/// The offset of its table in the scratch memory: the upper bound of the term's contribution by posting code.
/// </param>
/// <param name="MaxShare">The upper bound of its contribution to any passage.</param>
internal readonly record struct TermBound(PostingLists Lists, int Term, int TableOffset, float MaxShare)
{
    public int DocumentFrequency => Lists.GetDocumentFrequency(Term);

    /// <summary>The codes by passage; null when the term is rare.</summary>
    public byte[]? Codes => Lists.GetCommonCodes(Term);
}

/// <summary>
/// Upper bounds of a passage's score from the postings alone, which make it safe to skip passages (as in MaxScore and WAND). The table of a
/// word covers all retrievers that need the word; the table of a pair covers all retrievers that need both words next to each other.
/// </summary>
internal static class TermBounds
{
    /// <returns>The posting lists of the query: first those of rare terms, then those of common terms by descending bound.</returns>
    public static List<TermBound> Create(LanguageIndex index, QueryPlan plan, SearchBuffers scratch)
    {
        scratch.Prepare(index, plan, plan.ExactTerms.Length + plan.LooseTerms.Length + plan.Pairs.Length);
        var lists = new List<TermBound>(plan.ExactTerms.Length + (2 * plan.LooseTerms.Length) + plan.Pairs.Length);
        var (weights, codes) = (plan.Weights, index.CodeBounds);
        var (windows, sentence) = (weights.Windows / 2, weights.Sentence / 2);
        var pairShares = GetTitlePairShares(plan);
        var tableOffset = 0;
        for (var i = 0; i < plan.ExactTerms.Length; i++)
        {
            var term = plan.ExactTerms[i];
            if (term.Id < 0)
            {
                continue;
            }

            var loose = plan.FindLooseIndex(index.Vocabulary.GetLooseId(term.Id)) is var l and >= 0
                ? weights.LooseUnigram * plan.LooseTerms[l].UnitScore
                : 0;
            var table = Table(scratch, tableOffset);
            PostingCodeBounds.Add(table, codes.Word, (weights.ExactUnigram * term.UnitScore) + loose);
            PostingCodeBounds.Add(table, codes.Window, windows * term.UnitScore);
            PostingCodeBounds.Add(table, codes.Sentence, sentence * term.UnitScore);
            PostingCodeBounds.Add(table, codes.Present, weights.Coverage * term.UnitScore);
            PostingCodeBounds.Add(table, codes.TitleProximity, weights.TitleUnigram * plan.TitleUnitScores[i]);
            PostingCodeBounds.Add(table, codes.Title, pairShares[i]);
            AddBound(lists, index.ExactPostings, term.Id, table, ref tableOffset);
        }

        foreach (var term in plan.LooseTerms)
        {
            if (term.Id < 0 || term.UnitScore <= 0)
            {
                continue;
            }

            PostingCodeBounds.Add(Table(scratch, tableOffset), codes.Word, weights.LooseUnigram * term.UnitScore);
            foreach (var member in index.Vocabulary.GetMembers(term.Id))
            {
                var sharedOffset = tableOffset;
                if (plan.FindExactIndex(member) < 0)
                {
                    AddBound(
                        lists,
                        index.ExactPostings,
                        member,
                        scratch.Tables.AsSpan(tableOffset, PostingCode.CodeCount),
                        ref sharedOffset
                    );
                }
            }

            tableOffset += PostingCode.CodeCount;
        }

        foreach (var pair in plan.Pairs)
        {
            if (pair.Id < 0)
            {
                continue;
            }

            var table = Table(scratch, tableOffset);
            PostingCodeBounds.Add(table, codes.Pair, (weights.LooseBigram + weights.ExactBigram) * pair.UnitScore);
            PostingCodeBounds.Add(table, codes.Window, windows * pair.UnitScore);
            PostingCodeBounds.Add(table, codes.Sentence, sentence * pair.UnitScore);
            PostingCodeBounds.Add(table, codes.Present, weights.BigramCoverage * pair.UnitScore);
            AddBound(lists, index.Pairs.Postings!, pair.Id, table, ref tableOffset);
        }

        lists.Sort(
            static (a, b) =>
                (a.Codes is not null, b.Codes is not null) switch
                {
                    (true, true) => b.MaxShare.CompareTo(a.MaxShare),
                    (false, false) => a.DocumentFrequency.CompareTo(b.DocumentFrequency),
                    var (common, _) => common ? 1 : -1,
                }
        );
        return lists;
    }

    private static Span<float> Table(SearchBuffers scratch, int tableOffset)
    {
        var table = scratch.Tables.AsSpan(tableOffset, PostingCode.CodeCount);
        table.Clear();
        return table;
    }

    private static void AddBound(List<TermBound> lists, PostingLists postings, int term, Span<float> table, ref int tableOffset)
    {
        if (table[postings.GetMaxCode(term)] is var maxShare and > 0)
        {
            lists.Add(new TermBound(postings, term, tableOffset, maxShare));
        }

        tableOffset += PostingCode.CodeCount;
    }

    /// <summary>A pair in the title needs both of its words there, so half of its bound is added to each word.</summary>
    private static double[] GetTitlePairShares(QueryPlan plan)
    {
        var shares = new double[plan.ExactTerms.Length];
        for (var i = 0; i < plan.Pairs.Length; i++)
        {
            var half = plan.TitlePairUnitScores[i] * plan.Weights.TitleBigram / 2;
            shares[plan.Pairs[i].First] += half;
            shares[plan.Pairs[i].Second] += half;
        }

        return shares;
    }
}
