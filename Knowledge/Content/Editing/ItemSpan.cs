using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace PolicyAssistantBot.Knowledge.Content.Editing;

/// <summary>Where an item of a list stands in its text.</summary>
/// <param name="LineStart">The start of the line with the item's dash.</param>
/// <param name="LineEnd">The end of the item's last line, without the line end.</param>
/// <param name="DashColumn">Counted from 0; for an item without a dash, its own column.</param>
internal sealed record ItemSpan(int Start, int End, int LineStart, int LineEnd, int DashColumn, int Column)
{
    /// <summary>Returns null when the line has anything else before the item.</summary>
    public static ItemSpan? Find(string text, ParsedYaml document, YamlNode item)
    {
        var (start, end) = (ParsedYaml.StartOf(item), document.EndOf(item));
        var column = (int)item.Start.Column - 1;
        var isFlow = item is YamlMappingNode { Style: MappingStyle.Flow };
        if (!isFlow)
        {
            end = YamlListEditor.TrimEnd(text, end, column);
        }

        var lineStart = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var before = text[lineStart..start];
        if (before.Trim() is not ("-" or ""))
        {
            // An item within brackets has no line of its own; it can still be replaced.
            return isFlow ? new ItemSpan(start, end, start, end, column, column) : null;
        }

        var lineEnd = text.IndexOf('\n', end);
        return new ItemSpan(
            start,
            end,
            lineStart,
            lineEnd < 0 ? text.Length : lineEnd,
            before.IndexOf('-') is >= 0 and var dash ? dash : column,
            column
        );
    }
}
