namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>One list of postings of a question.</summary>
/// <param name="Table">Where its table begins in the scratch memory: by posting code, the most that holding the term adds to a score.</param>
/// <param name="Most">The most it adds to any passage.</param>
internal readonly record struct BoundList(PostingLists Lists, int Term, int Table, float Most)
{
    public int Count => Lists.Count(Term);
}

/// <summary>
/// What a passage can score at most, told by the postings alone: the bound that makes leaving a passage unread safe. A word's table
/// covers all channels that need the word; a pair's covers all that need the two next to each other.
/// </summary>
internal static class BoundLists
{
    /// <returns>The question's lists, the shortest first.</returns>
    public static List<BoundList> Create(LanguageIndex index, QueryPlan plan, Scratch scratch)
    {
        scratch.Prepare(index, plan, plan.Exact.Length + plan.Loose.Length + plan.Pairs.Length);
        var lists = new List<BoundList>(plan.Exact.Length + (2 * plan.Loose.Length) + plan.Pairs.Length);
        var pairShares = PairShares(plan);
        for (var i = 0; i < plan.Exact.Length; i++)
        {
            if (plan.Exact[i].Id >= 0)
                Add(lists, index.Exact, plan.Exact[i].Id, i * PostingCode.Codes, ExactTable(index, plan, scratch, i, pairShares[i]));
        }

        for (var i = 0; i < plan.Loose.Length; i++)
        {
            var at = (plan.Exact.Length + i) * PostingCode.Codes;
            var table = plan.Loose[i].Id < 0 ? [] : LooseTable(index, plan, scratch.Tables.AsSpan(at, PostingCode.Codes), i);
            foreach (var member in plan.Loose[i].Id < 0 ? [] : index.Words.Members(plan.Loose[i].Id))
            {
                if (plan.ExactOf(member) < 0)
                    Add(lists, index.Exact, member, at, table);
            }
        }

        for (var i = 0; i < plan.Pairs.Length; i++)
        {
            var at = (plan.Exact.Length + plan.Loose.Length + i) * PostingCode.Codes;
            if (plan.Pairs[i].Id >= 0)
                Add(lists, index.Pairs.Postings!, plan.Pairs[i].Id, at, PairTable(index, plan, scratch.Tables.AsSpan(at, PostingCode.Codes), i));
        }

        lists.Sort(static (a, b) => a.Count.CompareTo(b.Count));
        return lists;
    }

    /// <summary>The most that character runs add to any passage.</summary>
    public static float Characters(LanguageIndex index, QueryPlan plan)
    {
        var most = 0.0;
        foreach (var gram in plan.Grams)
        {
            most += gram.Id < 0 ? 0 : plan.Weights.Characters * gram.Unit * index.Grams!.Most(gram.Id);
        }

        return (float)most;
    }

    private static void Add(List<BoundList> lists, PostingLists postings, int term, int at, ReadOnlySpan<float> table)
    {
        if (table[postings.Most(term)] is var most and > 0)
            lists.Add(new BoundList(postings, term, at, most));
    }

    private static Span<float> ExactTable(LanguageIndex index, QueryPlan plan, Scratch scratch, int term, double pairShare)
    {
        var table = scratch.Tables.AsSpan(term * PostingCode.Codes, PostingCode.Codes);
        var w = plan.Weights;
        var (unit, title) = (plan.Exact[term].Unit, w.TitleUnigram * plan.TitleUnits[term]);
        var loose = plan.LooseOf(index.Words.LooseOf(plan.Exact[term].Id)) is var l and >= 0 ? w.LooseUnigram * plan.Loose[l].Unit : 0;
        var windows = (w.Window15 + w.Window30 + w.Window80) / 2;
        Fill(table, index, (count, length) => (((w.ExactUnigram * unit) + loose) * Of(Saturation.Word, count, length)) + (unit * (w.Coverage + (windows * Near(count)))));
        for (var code = 1; code < table.Length; code += 2)
        {
            table[code] = table[code - 1] + (float)((title * Near(code >> 5)) + pairShare);
        }

        return table;
    }

    private static Span<float> LooseTable(LanguageIndex index, QueryPlan plan, Span<float> table, int term)
    {
        var unit = plan.Loose[term].Unit * plan.Weights.LooseUnigram;
        Fill(table, index, (count, length) => unit * Of(Saturation.Word, count, length));
        return table;
    }

    private static Span<float> PairTable(LanguageIndex index, QueryPlan plan, Span<float> table, int pair)
    {
        var w = plan.Weights;
        var unit = plan.Pairs[pair].Unit;
        var windows = (w.Window15 + w.Window30 + w.Window80) / 2;
        Fill(table, index, (count, length) => unit * (w.BigramCoverage + ((w.LooseBigram + w.ExactBigram) * Of(Saturation.Pair, count, length)) + (windows * Near(count))));
        return table;
    }

    private static void Fill(Span<float> table, LanguageIndex index, Func<int, double, double> most)
    {
        table[..(1 << 5)].Clear();
        for (var length = 0; length < PostingCode.Lengths; length++)
        {
            var relative = index.LengthFloors[length] / index.MeanLength;
            for (var count = 1; count <= PostingCode.MostFrequent; count++)
            {
                var code = PostingCode.Of(count, length, inTitle: false);
                table[code] = table[code + 1] = (float)most(count, relative);
            }
        }
    }

    private static double Of(Saturation saturation, int count, double length) =>
        count == PostingCode.MostFrequent ? (saturation.K1 + 1) / 2.2 : saturation.Of(count, length);

    /// <summary>The most that so many occurrences are worth in a window or a title, however short it is.</summary>
    private static double Near(int count) => count == PostingCode.MostFrequent ? 1 : count / (count + 0.6);

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
