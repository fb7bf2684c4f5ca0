using System.ComponentModel.DataAnnotations;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>The optional embedding service, with which a question finds passages that share no word with it.</summary>
public sealed record EmbeddingOptions : OpenAiService
{
    /// <summary>How long a question waits before it is answered without the service.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:05")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The time limit of a call that embeds passages, which happens in the background.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PassageTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The dimensions of a vector, for models that can shorten it; null for the model's default.</summary>
    [Range(16, 8192)]
    public int? Dimensions { get; init; }

    /// <summary>The prefix that the model expects before a question, such as <c>query: </c>.</summary>
    [MaxLength(500)]
    public string QuestionPrefix { get; init; } = "";

    /// <summary>The prefix that the model expects before a passage, such as <c>passage: </c>.</summary>
    [MaxLength(500)]
    public string PassagePrefix { get; init; } = "";

    /// <summary>What the best score adds to a passage; a passage with all words of the question scores about 1 by itself.</summary>
    [Range(0.0, 10.0)]
    public double Weight { get; init; } = 0.5;

    /// <summary>Scores up to this add nothing, so that unrelated questions stay unanswered.</summary>
    [Range(0.0, 0.99)]
    public double Floor { get; init; } = 0.3;

    /// <summary>The number of texts in one call.</summary>
    [Range(1, 2048)]
    public int Batch { get; init; } = 64;

    protected override string Section => "Embeddings";

    /// <param name="file">The file that stores the passages' vectors.</param>
    public EmbeddingSettings Settings(string file) => new(file, new ExternalWeight(Weight, Floor), QuestionPrefix, PassagePrefix, Batch);
}
