using System.ComponentModel.DataAnnotations;
using PolicyAssistantBot.Knowledge.Search.Outside;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>The optional service that embeds texts, so that a question finds passages which share no word with it.</summary>
public sealed record EmbeddingOptions : OpenAiService
{
    /// <summary>How long a question waits; then it is answered without the service.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:05")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How long passages may take, a call; nobody waits for them.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PassageTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Values of a vector, for models that can shorten it; null for what the model gives by itself.</summary>
    [Range(16, 8192)]
    public int? Dimensions { get; init; }

    /// <summary>What the model wants before a question, such as <c>query: </c>.</summary>
    [MaxLength(500)]
    public string QuestionPrefix { get; init; } = "";

    /// <summary>What the model wants before a passage, such as <c>passage: </c>.</summary>
    [MaxLength(500)]
    public string PassagePrefix { get; init; } = "";

    /// <summary>What the best score adds to a passage; one that holds all words of the question scores about 1 by itself.</summary>
    [Range(0.0, 10.0)]
    public double Weight { get; init; } = 0.5;

    /// <summary>Scores up to here add nothing, so that a question outside the field stays outside it.</summary>
    [Range(0.0, 0.99)]
    public double Floor { get; init; } = 0.3;

    /// <summary>Texts in one call.</summary>
    [Range(1, 2048)]
    public int Batch { get; init; } = 64;

    protected override string Section => "Embeddings";

    /// <param name="file">Where the passages' vectors are kept.</param>
    public EmbeddingSettings Settings(string file) => new(file, new OutsideWeight(Weight, Floor), QuestionPrefix, PassagePrefix, Batch);
}
