using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>Reads the fields of one YAML mapping and collects problems with their lines.</summary>
/// <param name="firstLine">The line number of the YAML's first line in the file, counted from 1.</param>
public sealed class YamlReader(YamlMappingNode node, string path, int firstLine, List<Problem> problems)
{
    /// <summary>Parses a text whose root is a mapping; returns null and adds a problem when it is not.</summary>
    public static YamlReader? Parse(string text, string path, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            if (BoundedYaml.Load(text).Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlReader(root, path, 1, problems);
            }

            problems.Add(
                new Problem(
                    path,
                    1,
                    "yaml",
                    new LocalizedText("Tài liệu phải gồm các trường “tên: giá trị”.", "The document must consist of fields “name: value”.")
                )
            );
        }
        catch (YamlException e)
        {
            problems.Add(new Problem(path, (int)e.Start.Line, "yaml", BoundedYaml.Describe(e)));
        }

        return null;
    }

    public int GetLine(string field) => Find(field) is { } found ? Line(found) : Line(node);

    public bool Has(string field) => Find(field) is not (null or YamlScalarNode { Value: null or "" });

    public string? ReadOptional(string field)
    {
        switch (Find(field))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return string.IsNullOrWhiteSpace(scalar.Value) ? null : scalar.Value.Trim();
            case { } other:
                Report(other, $"Trường “{field}” phải là một giá trị đơn.", $"The field “{field}” must be a single value.");
                return null;
        }
    }

    public string ReadRequired(string field)
    {
        if (ReadOptional(field) is { } value)
        {
            return value;
        }

        Report(Find(field) ?? node, $"Thiếu trường “{field}”.", $"The field “{field}” is missing.");
        return "";
    }

    public DateOnly? ReadOptionalDate(string field)
    {
        if (ReadOptional(field) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Report(Find(field)!, $"“{text}” không phải ngày dạng năm-tháng-ngày.", $"“{text}” is not a date written year-month-day.");
        return null;
    }

    public Confidence ReadConfidence(string field)
    {
        var text = ReadRequired(field);
        if (text.Length == 0 || ConfidenceText.Parse(text) is not null)
        {
            return ConfidenceText.Parse(text) ?? new Confidence(VerificationLabel.Unknown, VerificationLevel.Low);
        }

        Report(
            Find(field)!,
            $"“{text}” không phải nhãn kiểm chứng (V1-high, V2-medium, V3, R, ?).",
            $"“{text}” is not a label of verification (V1-high, V2-medium, V3, R, ?)."
        );
        return new Confidence(VerificationLabel.Unknown, VerificationLevel.Low);
    }

    public IReadOnlyList<string> ReadList(string field)
    {
        switch (Find(field))
        {
            case null or YamlScalarNode { Value: null or "" }:
                return [];
            case YamlSequenceNode sequence:
                foreach (var invalidItem in sequence.Where(item => item is not YamlScalarNode { Value.Length: > 0 }))
                {
                    Report(invalidItem, $"Mỗi mục của “{field}” phải là một dòng chữ.", $"Each item of “{field}” must be a line of text.");
                }

                return [.. sequence.OfType<YamlScalarNode>().Select(item => item.Value?.Trim() ?? "").Where(item => item.Length > 0)];
            case { } other:
                Report(other, $"Trường “{field}” phải là một danh sách.", $"The field “{field}” must be a list.");
                return [];
        }
    }

    public YamlReader ReadMap(string field)
    {
        if (Find(field) is YamlMappingNode map)
        {
            return new YamlReader(map, path, firstLine, problems);
        }

        Report(Find(field) ?? node, $"Thiếu nhóm trường “{field}”.", $"The group of fields “{field}” is missing.");
        return new YamlReader([], path, GetLine(field), problems);
    }

    /// <summary>Null when the field is missing or is no mapping.</summary>
    public YamlReader? ReadOptionalMap(string field) =>
        Find(field) is YamlMappingNode map ? new YamlReader(map, path, firstLine, problems) : null;

    public IReadOnlyList<YamlReader> ReadMaps(string field)
    {
        if (Find(field) is YamlSequenceNode sequence && sequence.All(item => item is YamlMappingNode))
        {
            return [.. sequence.Cast<YamlMappingNode>().Select(map => new YamlReader(map, path, firstLine, problems))];
        }

        Report(Find(field) ?? node, $"“{field}” phải là danh sách các nhóm trường.", $"“{field}” must be a list of groups of fields.");
        return [];
    }

    /// <summary>Reports unknown fields, which are most often typing errors.</summary>
    public void ReportUnknownFields(params ReadOnlySpan<string> knownFields)
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>())
        {
            if (!knownFields.Contains(key.Value))
            {
                Report(key, $"Không có trường “{key.Value}”.", $"There is no field “{key.Value}”.");
            }
        }
    }

    public void Report(string field, string vi, string en) => Report(Find(field) ?? node, vi, en);

    private void Report(YamlNode reportedNode, string vi, string en) =>
        problems.Add(new Problem(path, Line(reportedNode), "front-matter", new LocalizedText(vi, en)));

    private int Line(YamlNode reportedNode) => firstLine + Math.Max(0, (int)reportedNode.Start.Line - 1);

    private YamlNode? Find(string field) => node.Children.TryGetValue(new YamlScalarNode(field), out var found) ? found : null;
}
