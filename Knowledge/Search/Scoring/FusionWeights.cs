using System.Text.Json.Serialization;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>The weight of each retriever, from listwise training; only their proportions matter.</summary>
public sealed record FusionWeights
{
    [JsonPropertyName("exact-unigram")]
    public double ExactUnigram { get; init; }

    [JsonPropertyName("exact-bigram")]
    public double ExactBigram { get; init; }

    [JsonPropertyName("loose-unigram")]
    public double LooseUnigram { get; init; }

    [JsonPropertyName("loose-bigram")]
    public double LooseBigram { get; init; }

    [JsonPropertyName("characters")]
    public double Characters { get; init; }

    [JsonPropertyName("window-15")]
    public double Window15 { get; init; }

    [JsonPropertyName("window-30")]
    public double Window30 { get; init; }

    [JsonPropertyName("window-80")]
    public double Window80 { get; init; }

    [JsonPropertyName("sentence")]
    public double Sentence { get; init; }

    [JsonPropertyName("title-unigram")]
    public double TitleUnigram { get; init; }

    [JsonPropertyName("title-bigram")]
    public double TitleBigram { get; init; }

    [JsonPropertyName("coverage")]
    public double Coverage { get; init; }

    [JsonPropertyName("bigram-coverage")]
    public double BigramCoverage { get; init; }

    [JsonPropertyName("phrasings")]
    public double Phrasings { get; init; }

    [JsonIgnore]
    public double Windows => Window15 + Window30 + Window80;

    /// <summary>The sum of the proximity retrievers, which score the best window or sentence of a passage.</summary>
    [JsonIgnore]
    public double Proximity => Windows + Sentence;
}
