namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>The retrievers whose scores are sums over terms.</summary>
internal enum TermRetriever
{
    ExactUnigram,
    Coverage,
    LooseUnigram,
    TitleUnigram,
    LooseBigram,
    BigramCoverage,
    ExactBigram,
    TitleBigram,
    Characters,
}

/// <summary>The contribution of each retriever to the score of one passage.</summary>
internal record struct RetrieverShares
{
    public double ExactUnigram;
    public double Coverage;
    public double LooseUnigram;
    public double TitleUnigram;
    public double LooseBigram;
    public double BigramCoverage;
    public double ExactBigram;
    public double TitleBigram;
    public double Characters;
    public double Phrasings;
    public double Window15;
    public double Window30;
    public double Window80;
    public double Sentence;

    public readonly double Sum =>
        ExactUnigram
        + Coverage
        + LooseUnigram
        + TitleUnigram
        + LooseBigram
        + BigramCoverage
        + ExactBigram
        + TitleBigram
        + Characters
        + Phrasings
        + Window15
        + Window30
        + Window80
        + Sentence;
}
