using YamlDotNet.Core;
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
                0,
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
        if (Parse(text) is not { } root || Find(root, field) is not { } node || node is YamlMappingNode)
        {
            return null;
        }

        var isBlock = node is YamlSequenceNode { Style: not SequenceStyle.Flow };
        var end = isBlock ? TrimEnd(text, (int)node.End.Index, 1) : (int)node.End.Index;
        var edited = Splice(text, (int)node.Start.Index, end, written);
        return
            Parse(edited) is { } changed
            && Find(changed, field) is { } value
            && Describe(value) == DescribeText(written)
            && DescribeRest(changed, field) == DescribeRest(root, field)
            ? edited
            : null;
    }

    /// <summary>Edits the list and returns the text only when it reads as exactly the intended document.</summary>
    private static string? Change(
        string text,
        string list,
        int index,
        Func<(int Start, int End), IReadOnlyList<ItemSpan>, string> edit,
        Action<List<string>> expect
    )
    {
        if (Parse(text) is not { } root || Find(root, list) is not { } node)
        {
            return null;
        }

        var items = node is YamlSequenceNode sequence ? sequence.Children : [];
        var spans = items.Select(item => ItemSpan.Find(text, item)).OfType<ItemSpan>().ToList();
        if (spans.Count != items.Count || (spans.Count > 0 && index >= spans.Count))
        {
            return null;
        }

        var expected = items.Select(Describe).ToList();
        expect(expected);
        var edited = edit(((int)node.Start.Index, (int)node.End.Index), spans);
        return
            Parse(edited) is { } changed
            && Find(changed, list) is YamlSequenceNode result
            && result.Select(Describe).SequenceEqual(expected, StringComparer.Ordinal)
            && DescribeRest(changed, list) == DescribeRest(root, list)
            ? edited
            : null;
    }

    /// <summary>The text with one item of the list a line, each after a dash.</summary>
    private static string? UseBlockLayout(string text, string list)
    {
        if (Parse(text) is not { } root)
        {
            return null;
        }

        switch (Find(root, list))
        {
            case null:
                return $"{text.TrimEnd()}\n{list}: []\n";
            case YamlSequenceNode { Style: SequenceStyle.Flow, Children.Count: > 0 } flow:
                var items = flow.Select(item => $"\n  - {text[(int)item.Start.Index..(int)item.End.Index]}");
                return Splice(text, (int)flow.Start.Index, (int)flow.End.Index, string.Concat(items));
            default:
                return text;
        }
    }

    /// <summary>The document, or null when it cannot be read or uses anchors, whose nodes stand for several places at once.</summary>
    private static YamlMappingNode? Parse(string text)
    {
        try
        {
            var parser = BoundedYaml.CreateParser(text);
            while (parser.MoveNext())
            {
                if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                {
                    return null;
                }
            }

            return BoundedYaml.Load(text).Documents is [{ RootNode: YamlMappingNode root }] ? root : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static YamlNode? Find(YamlMappingNode root, string field) =>
        root.Children.TryGetValue(new YamlScalarNode(field), out var found) ? found : null;

    private static string Splice(string text, int start, int end, string inserted) => string.Concat(text[..start], inserted, text[end..]);

    private static string DescribeRest(YamlMappingNode root, string field) =>
        string.Concat(root.Children.Where(child => child.Key.ToString() != field).Select(c => $"{Describe(c.Key)}={Describe(c.Value)};"));

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
