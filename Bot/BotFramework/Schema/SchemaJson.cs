using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PolicyAssistantBot.BotFramework.Schema;

/// <summary>
/// Serializes the schema as JSON: camel case, no nulls, no escapes for letters outside ASCII. Such JSON must be served as
/// <c>application/json</c>, never embedded in HTML. A duplicate property name is refused as malformed.
/// </summary>
public static class SchemaJson
{
    private static readonly SchemaContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowDuplicateProperties = false,
        }
    );

    public static JsonSerializerOptions Options => Context.Options;

    /// <summary>
    /// The contract of one of the schema's types; <typeparamref name="T"/> must be listed on <see cref="SchemaContext"/>.
    /// </summary>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, TypeInfo<T>());

    public static byte[] ToUtf8Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    /// <exception cref="JsonException">The text is not JSON, or does not fit the type.</exception>
    public static T? FromJson<T>(string json) => FromJson<T>(Encoding.UTF8.GetBytes(json));

    /// <inheritdoc cref="FromJson{T}(string)"/>
    public static T? FromJson<T>(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, TypeInfo<T>());
        }
        catch (ArgumentException duplicate)
        {
            // JsonObject throws this for a duplicate property.
            throw new JsonException(duplicate.Message, duplicate);
        }
    }

    /// <summary>A copy that shares nothing with the original.</summary>
    public static Activity Clone(Activity activity) => FromJson<Activity>(ToUtf8Json(activity))!;
}

[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Activity[]))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(ConversationAccount))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ErrorResponse))]
internal sealed partial class SchemaContext : JsonSerializerContext;
