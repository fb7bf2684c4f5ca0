using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>
/// The data of a prompt as JSON, so that no text can end the data and begin instructions. It contains only
/// <see cref="OutgoingText"/>.
/// </summary>
public sealed class OutgoingData
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly JsonObject fields = [];
    private readonly List<string> descriptions = [];

    public OutgoingData Add(string name, OutgoingText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        fields[name] = text.Value;
        descriptions.Add($"{name}: {text.Describe()}");
        return this;
    }

    /// <summary>Adds numbered passages.</summary>
    public OutgoingData Add(string name, IEnumerable<(string Id, OutgoingText Text)> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        fields[name] = new JsonArray([
            .. passages.Select(passage => new JsonObject { ["id"] = passage.Id, ["text"] = passage.Text.Value }),
        ]);
        descriptions.AddRange(passages.Select(passage => $"{name}: {passage.Text.Describe()}"));
        return this;
    }

    /// <summary>Which kinds of data these are, without the data.</summary>
    public string Describe() => string.Join("; ", descriptions);

    public string ToJson() => fields.ToJsonString(Readable);
}
