using System.Globalization;
using PolicyAssistantBot.Knowledge.Content.Patterns;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>Reads dates such as <c>2021-10-15</c>; an empty value is null for an optional date.</summary>
internal sealed class DateConverter : IYamlTypeConverter
{
    public bool Accepts(Type type) => type == typeof(DateOnly) || type == typeof(DateOnly?);

    public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        var scalar = parser.Consume<Scalar>();
        return DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : scalar.Value.Length == 0 && type == typeof(DateOnly?) ? null
            : throw new YamlException(scalar.Start, scalar.End, $"“{scalar.Value}” is not a date.");
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
}

/// <summary>Reads labels as the articles write them: <c>V2-high</c>.</summary>
internal sealed class ConfidenceConverter : IYamlTypeConverter
{
    public bool Accepts(Type type) => type == typeof(Confidence);

    public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        var scalar = parser.Consume<Scalar>();
        return ConfidenceText.Parse(scalar.Value) ?? throw new YamlException(scalar.Start, scalar.End, $"“{scalar.Value}” is not a label.");
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
}

/// <summary>
/// Reads texts such as <c>{ vi: …, en: … }</c>; both languages are required. References to amounts are written out.
/// </summary>
internal sealed class LocalizedTextConverter : IYamlTypeConverter
{
    public bool Accepts(Type type) => type == typeof(LocalizedText);

    public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        var start = parser.Consume<MappingStart>();
        string? vi = null,
            en = null;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var text = parser.Consume<Scalar>().Value.Trim();
            (vi, en) = key.Value switch
            {
                "vi" => (text, en),
                "en" => (vi, text),
                _ => throw new YamlException(key.Start, key.End, $"“{key.Value}” is not a language."),
            };
        }

        return string.IsNullOrEmpty(vi) || string.IsNullOrEmpty(en)
            ? throw new YamlException(start.Start, start.End, "A text needs vi and en.")
            : new LocalizedText(AmountReferences.ExpandInText(vi, Lang.Vi), AmountReferences.ExpandInText(en, Lang.En));
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
}

/// <summary>Patterns of words are written one a line; a line that is no pattern makes the table unreadable.</summary>
internal sealed class WordPatternsConverter : IYamlTypeConverter
{
    public bool Accepts(Type type) => type == typeof(WordPatterns);

    public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        var scalar = parser.Consume<Scalar>();
        try
        {
            return new WordPatterns(scalar.Value);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new YamlException(scalar.Start, scalar.End, e.Message, e);
        }
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
}
