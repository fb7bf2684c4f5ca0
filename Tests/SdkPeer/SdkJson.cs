using System.Globalization;
using System.Text.Json.Nodes;
using Newtonsoft.Json;

namespace PolicyAssistantBot.SdkPeer;

/// <summary>Activities in the SDK's hands: read and written with the serializer that its adapter uses.</summary>
internal static class SdkJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        DateParseHandling = DateParseHandling.None,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        ContractResolver = new Microsoft.Rest.Serialization.ReadOnlyJsonContractResolver(),
        Converters = [new Microsoft.Rest.Serialization.Iso8601TimeSpanConverter()],
    };

    public static T Read<T>(string json) => JsonConvert.DeserializeObject<T>(json, Settings)!;

    public static string Write(object value) => JsonConvert.SerializeObject(value, Settings);

    /// <summary>The places where two documents differ; how a moment is written does not count.</summary>
    public static IEnumerable<string> Differences(JsonNode? left, JsonNode? right, string path = "$")
    {
        switch (left, right)
        {
            case (JsonObject a, JsonObject b):
                foreach (var name in a.Select(p => p.Key).Union(b.Select(p => p.Key)))
                {
                    foreach (var difference in Differences(a[name], b[name], $"{path}.{name}"))
                    {
                        yield return difference;
                    }
                }

                break;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                for (var i = 0; i < a.Count; i++)
                {
                    foreach (var difference in Differences(a[i], b[i], $"{path}[{i}]"))
                    {
                        yield return difference;
                    }
                }

                break;
            default:
                if (!JsonNode.DeepEquals(left, right) && !IsSameMoment(left, right))
                {
                    yield return $"{path}: {left?.ToJsonString() ?? "-"} became {right?.ToJsonString() ?? "-"}";
                }

                break;
        }
    }

    private static bool IsSameMoment(JsonNode? left, JsonNode? right) =>
        left is JsonValue && right is JsonValue && Moment(left) is { } a && Moment(right) is { } b && a == b;

    private static DateTimeOffset? Moment(JsonNode value) =>
        value.ToString() is { Length: >= 19 } text
        && text[10] == 'T'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
