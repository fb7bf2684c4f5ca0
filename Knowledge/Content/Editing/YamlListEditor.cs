using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace PolicyAssistantBot.Knowledge.Content.Editing;

/// <summary>
/// Changes one value of a YAML document that people also edit by hand, and leaves the rest of the text as it is, with its comments. Each
/// method returns null when the document is written in a way that it cannot change safely: with anchors, or in an unusual layout.
/// </summary>
public static class YamlListEditor
{
    /// <summary>Replaces an item of a list.</summary>
    public static string? Replace(string text, string list, int index, YamlItem item) =>
        Change(
            text,
            list,
            index,
            (nodes, spans) => Splice(text, spans[index].Start, spans[index].End, item.Write(spans[index].Column)),
            expected => expected[index] = Describe(item)
        );

    /// <summary>Inserts an item before the one with this index, or at the end.</summary>
    public static string? Insert(string text, string list, int index, YamlItem item) =>
        UseBlockLayout(text, list) is { } block
            ? Change(
                block,
                list,
                -1,
                (nodes, spans) =>
                {
                    if (spans.Count == 0)
                    {
                        return Splice(block, nodes.Start, nodes.End, $"\n  - {item.Write(4)}");
                    }

                    var neighbour = spans[Math.Clamp(index - 1, 0, spans.Count - 1)];
                    var dashes = new string(' ', neighbour.DashColumn) + "- ";
                    var written = dashes + item.Write(dashes.Length);
                    return index == 0
                        ? Splice(block, neighbour.LineStart, neighbour.LineStart, written + "\n")
                        : Splice(block, neighbour.LineEnd, neighbour.LineEnd, "\n" + written);
                },
                expected => expected.Insert(Math.Clamp(index, 0, expected.Count), Describe(item))
            )
            : null;

    /// <summary>Removes an item of a list with its line.</summary>
    public static string? Remove(string text, string list, int index) =>
        UseBlockLayout(text, list) is { } block
            ? Change(
                block,
                list,
                index,
                (_, spans) =>
                    spans.Count == 1
                        ? Splice(block, spans[0].Start - (spans[0].Column - spans[0].DashColumn), spans[0].End, "[]")
                        : Splice(block, spans[index].LineStart, Math.Min(block.Length, spans[index].LineEnd + 1), ""),
                expected => expected.RemoveAt(index)
            )
            : null;

    /// <summary>Replaces the value of a field of the document.</summary>
    public static string? SetValue(string text, string field, string value) => SetField(text, field, YamlItem.Quote(value));

    /// <summary>Replaces a list of texts.</summary>
    public static string? SetList(string text, string field, IReadOnlyList<string> values) =>
        SetField(text, field, YamlItem.WriteList(values));

    private static string? SetField(string text, string field, string written)
    {
        if (ParsedYaml.Parse(text) is not { } document || document.Find(field) is not { } node || node is YamlMappingNode)
        {
            return null;
        }

        var isBlock = node is YamlSequenceNode { Style: not SequenceStyle.Flow };
        var end = isBlock ? TrimEnd(text, document.EndOf(node), 1) : document.EndOf(node);
        var edited = Splice(text, ParsedYaml.StartOf(node), end, written);
        return
            ParsedYaml.Parse(edited) is { } changed
            && changed.Find(field) is { } value
            && Describe(value) == DescribeText(written)
            && DescribeRest(changed, field) == DescribeRest(document, field)
            ? edited
            : null;
    }

    /// <summary>Edits the list and returns the text only when it reads as exactly the intended document.</summary>
    /// <param name="index">The item that has to exist; -1 for none.</param>
    private static string? Change(
        string text,
        string list,
        int index,
        Func<(int Start, int End), IReadOnlyList<ItemSpan>, string> edit,
        Action<List<string>> expect
    )
    {
        if (ParsedYaml.Parse(text) is not { } document || document.Find(list) is not { } node)
        {
            return null;
        }

        var items = node is YamlSequenceNode sequence ? sequence.Children : [];
        var spans = items.Select(item => ItemSpan.Find(text, document, item)).OfType<ItemSpan>().ToList();
        if (spans.Count != items.Count || index >= spans.Count || node is not (YamlSequenceNode or YamlScalarNode { Value: null or "" }))
        {
            return null;
        }

        var expected = items.Select(Describe).ToList();
        expect(expected);
        var edited = edit((ParsedYaml.StartOf(node), document.EndOf(node)), spans);
        return
            ParsedYaml.Parse(edited) is { } changed
            && changed.Find(list) is YamlSequenceNode result
            && result.Select(Describe).SequenceEqual(expected, StringComparer.Ordinal)
            && DescribeRest(changed, list) == DescribeRest(document, list)
            ? edited
            : null;
    }

    /// <summary>The text with one item of the list a line, each after a dash.</summary>
    private static string? UseBlockLayout(string text, string list)
    {
        if (ParsedYaml.Parse(text) is not { } document)
        {
            return null;
        }

        switch (document.Find(list))
        {
            case null:
                return $"{text.TrimEnd()}\n{list}: []\n";
            case YamlSequenceNode { Style: SequenceStyle.Flow, Children.Count: > 0 } flow:
                var items = flow.Select(item => $"\n  - {text[ParsedYaml.StartOf(item)..document.EndOf(item)]}");
                return Splice(text, ParsedYaml.StartOf(flow), document.EndOf(flow), string.Concat(items));
            default:
                return text;
        }
    }

    private static string Splice(string text, int start, int end, string inserted) => string.Concat(text[..start], inserted, text[end..]);

    private static string DescribeRest(ParsedYaml document, string field) =>
        string.Concat(
            document.Root.Children.Where(child => child.Key.ToString() != field).Select(c => $"{Describe(c.Key)}={Describe(c.Value)};")
        );

    private static string Describe(YamlItem item) => DescribeText(item.Write(0));

    private static string DescribeText(string text) => BoundedYaml.Load(text).Documents is [{ RootNode: var root }] ? Describe(root) : "";

    /// <summary>What a node says, whatever the style in which it is written. Lengths keep texts from being taken for structure.</summary>
    private static string Describe(YamlNode node) =>
        node switch
        {
            YamlScalarNode scalar => $"{scalar.Value?.Length ?? 0}:{scalar.Value}",
            YamlSequenceNode sequence => $"[{string.Concat(sequence.Select(Describe))}]",
            YamlMappingNode map => $"{{{string.Concat(map.Children.Select(child => $"{Describe(child.Key)}={Describe(child.Value)}"))}}}",
            _ => "",
        };

    /// <summary>
    /// The end of a block without the blank lines and comments that follow it, which the parser counts as its part. Comments inside the
    /// block, that is from column <paramref name="column"/> on, stay.
    /// </summary>
    internal static int TrimEnd(string text, int end, int column)
    {
        while (true)
        {
            var lineStart = end == 0 ? 0 : text.LastIndexOf('\n', end - 1) + 1;
            var line = text[lineStart..end];
            var content = line.TrimStart();
            var isOutside = content.Length == 0 || (content[0] == '#' && line.Length - content.Length < column);
            if (!isOutside || lineStart == 0)
            {
                return lineStart + line.TrimEnd().Length;
            }

            end = lineStart - 1;
        }
    }
}
