namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>The channels whose scores come term by term.</summary>
internal enum Channel
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

/// <summary>What each channel adds to one passage's score.</summary>
internal readonly record struct ChannelShares(
    double ExactUnigram,
    double Coverage,
    double LooseUnigram,
    double TitleUnigram,
    double LooseBigram,
    double BigramCoverage,
    double ExactBigram,
    double TitleBigram,
    double Characters,
    double Phrasings,
    double Window15,
    double Window30,
    double Window80,
    double Sentence)
{
    public double Sum => ExactUnigram + Coverage + LooseUnigram + TitleUnigram + LooseBigram + BigramCoverage + ExactBigram + TitleBigram
        + Characters + Phrasings + Window15 + Window30 + Window80 + Sentence;
}
