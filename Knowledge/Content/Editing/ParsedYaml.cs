using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace PolicyAssistantBot.Knowledge.Content.Editing;

/// <summary>A document with the places of its nodes in the text. The library's nodes do not know where lists and mappings end.</summary>
internal sealed class ParsedYaml
{
    private readonly Dictionary<(long Start, bool IsMapping), int> ends;

    private ParsedYaml(YamlMappingNode root, Dictionary<(long, bool), int> ends) => (Root, this.ends) = (root, ends);

    public YamlMappingNode Root { get; }

    /// <summary>Returns null when the text cannot be read, or uses anchors, whose nodes stand for several places at once.</summary>
    public static ParsedYaml? Parse(string text)
    {
        try
        {
            var ends = new Dictionary<(long, bool), int>();
            var open = new Stack<ParsingEvent>();
            var parser = BoundedYaml.CreateParser(text);
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case AnchorAlias or NodeEvent { Anchor.IsEmpty: false }:
                        return null;
                    case MappingStart or SequenceStart:
                        open.Push(parser.Current);
                        break;
                    case MappingEnd or SequenceEnd:
                        var start = open.Pop();
                        var isFlow = start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };

                        // The library gives the place of the closing bracket as the end.
                        ends[(start.Start.Index, start is MappingStart)] = (int)parser.Current.End.Index + (isFlow ? 1 : 0);
                        break;
                    default:
                        break;
                }
            }

            return BoundedYaml.Load(text).Documents is [{ RootNode: YamlMappingNode root }] ? new ParsedYaml(root, ends) : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    public YamlNode? Find(string field) => Root.Children.TryGetValue(new YamlScalarNode(field), out var found) ? found : null;

    public static int StartOf(YamlNode node) => (int)node.Start.Index;

    /// <summary>Where a node ends; a block ends where what follows it begins.</summary>
    public int EndOf(YamlNode node) =>
        node is YamlScalarNode
            ? (int)node.End.Index
            : ends.GetValueOrDefault((node.Start.Index, node is YamlMappingNode), (int)node.End.Index);
}
