using System.Text;
using System.Text.Json;
using PolicyAssistantBot.Knowledge.Answers.Checking;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>Reads the sentences of a streamed reply, each as soon as its JSON object is complete.</summary>
internal sealed class SentenceReader
{
    public const string SchemaName = "answer";

    public const string Schema = """
        {"type":"object","additionalProperties":false,"required":["sentences"],"properties":{"sentences":{"type":"array","items":
        {"type":"object","additionalProperties":false,"required":["text","passages"],"properties":
        {"text":{"type":"string"},"passages":{"type":"array","items":{"type":"string"}}}}}}}
        """;

    private const int MaxSentences = 30;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    private readonly StringBuilder received = new();
    private int position;
    private int depth;
    private int start;
    private bool isInString;
    private bool isEscaped;
    private int count;

    /// <summary>The sentences that this piece completes. Objects that are no sentence are skipped.</summary>
    public IEnumerable<DraftSentence> Read(string piece)
    {
        received.Append(piece);
        for (; position < received.Length; position++)
        {
            var c = received[position];
            if (isInString)
            {
                (isInString, isEscaped) = (isEscaped || c != '"', !isEscaped && c == '\\');
            }
            else if (c == '"')
            {
                isInString = true;
            }
            else if (c == '{' && ++depth == 2)
            {
                start = position;
            }
            else if (
                c == '}'
                && depth-- == 2
                && ParseSentence(received.ToString(start, position - start + 1)) is { } sentence
                && count++ < MaxSentences
            )
            {
                yield return sentence;
            }
        }
    }

    private static DraftSentence? ParseSentence(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<SentenceObject>(json, Options) is { Text.Length: > 0 } read
                ? new DraftSentence(read.Text, read.Passages ?? [])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record SentenceObject(string Text, List<string>? Passages);
}
