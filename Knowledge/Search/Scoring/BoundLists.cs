using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>One list of postings of a question.</summary>
/// <param name="Table">
/// Where its table begins in the scratch memory: by posting code, the most that holding the term adds to a score.
/// </param>
/// <param name="Most">The most it adds to any passage.</param>
internal readonly record struct BoundList(PostingLists Lists, int Term, int Table, float Most)
{
    public int Count => Lists.Count(Term);

    /// <summary>The codes by passage; null when the term is rare.</summary>
    public byte[]? Codes => Lists.Common(Term);
}

/// <summary>
/// The upper bound of a passage's score from its postings alone, which makes it safe to skip a passage. A word's table covers all channels
/// that need the word; a pair's table covers all that need the two words next to each other.
/// </summary>
internal static class BoundLists
{
    /// <returns>The question's lists: rare terms' first, then common terms', those that add the most first.</returns>
    public static List<BoundList> Create(LanguageIndex index, QueryPlan plan, Scratch scratch)
    {
        scratch.Prepare(index, plan, plan.Exact.Length + plan.Loose.Length + plan.Pairs.Length);
        var lists = new List<BoundList>(plan.Exact.Length + (2 * plan.Loose.Length) + plan.Pairs.Length);
        var (w, codes) = (plan.Weights, index.Codes);
        var (windows, sentence) = (w.Windows / 2, w.Sentence / 2);
        var pairShares = PairShares(plan);
        var at = 0;
        for (var i = 0; i < plan.Exact.Length; i++)
        {
            var term = plan.Exact[i];
            if (term.Id < 0)
            {
                continue;
            }

            var loose = plan.LooseOf(index.Words.LooseOf(term.Id)) is var l and >= 0 ? w.LooseUnigram * plan.Loose[l].Unit : 0;
            var table = Table(scratch, at);
            CodeTables.Add(table, codes.Word, (w.ExactUnigram * term.Unit) + loose);
            CodeTables.Add(table, codes.Window, windows * term.Unit);
            CodeTables.Add(table, codes.Sentence, sentence * term.Unit);
            CodeTables.Add(table, codes.Held, w.Coverage * term.Unit);
            CodeTables.Add(table, codes.TitleNear, w.TitleUnigram * plan.TitleUnits[i]);
            CodeTables.Add(table, codes.Title, pairShares[i]);
            Add(lists, index.Exact, term.Id, table, ref at);
        }

        foreach (var term in plan.Loose)
        {
            if (term.Id < 0 || term.Unit <= 0)
            {
                continue;
            }

            CodeTables.Add(Table(scratch, at), codes.Word, w.LooseUnigram * term.Unit);
            foreach (var member in index.Words.Members(term.Id))
            {
                var same = at;
                if (plan.ExactOf(member) < 0)
                {
                    Add(lists, index.Exact, member, scratch.Tables.AsSpan(at, PostingCode.Codes), ref same);
                }
            }

            at += PostingCode.Codes;
        }

        foreach (var pair in plan.Pairs)
        {
            if (pair.Id < 0)
            {
                continue;
            }

            var table = Table(scratch, at);
            CodeTables.Add(table, codes.Pair, (w.LooseBigram + w.ExactBigram) * pair.Unit);
            CodeTables.Add(table, codes.Window, windows * pair.Unit);
            CodeTables.Add(table, codes.Sentence, sentence * pair.Unit);
            CodeTables.Add(table, codes.Held, w.BigramCoverage * pair.Unit);
            Add(lists, index.Pairs.Postings!, pair.Id, table, ref at);
        }

        lists.Sort(
            static (a, b) =>
                (a.Codes is not null, b.Codes is not null) switch
                {
                    (true, true) => b.Most.CompareTo(a.Most),
                    (false, false) => a.Count.CompareTo(b.Count),
                    var (common, _) => common ? 1 : -1,
                }
        );
        return lists;
    }

    private static Span<float> Table(Scratch scratch, int at)
    {
        var table = scratch.Tables.AsSpan(at, PostingCode.Codes);
        table.Clear();
        return table;
    }

    private static void Add(List<BoundList> lists, PostingLists postings, int term, Span<float> table, ref int at)
    {
        if (table[postings.Most(term)] is var most and > 0)
        {
            lists.Add(new BoundList(postings, term, at, most));
        }

        at += PostingCode.Codes;
    }

    /// <summary>A pair in the title needs both its words there: half of its most counts for each.</summary>
    private static double[] PairShares(QueryPlan plan)
    {
        var shares = new double[plan.Exact.Length];
        for (var i = 0; i < plan.Pairs.Length; i++)
        {
            var half = plan.TitlePairUnits[i] * plan.Weights.TitleBigram / 2;
            shares[plan.Pairs[i].First] += half;
            shares[plan.Pairs[i].Second] += half;
        }

        return shares;
    }
}
