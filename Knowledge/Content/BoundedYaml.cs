using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>
/// Parses YAML that people wrote, within limits. The library reads nested nodes by recursion, so that a text of some thousand brackets
/// overflows the stack, which ends the process and cannot be caught.
/// </summary>
internal static class BoundedYaml
{
    public const int MaxDepth = 64;

    public const int MaxLength = 2_000_000;

    /// <exception cref="YamlException">The text is not valid YAML, or exceeds a limit.</exception>
    public static YamlStream Load(string text)
    {
        var stream = new YamlStream();
        var parser = CreateParser(text);
        try
        {
            stream.Load(parser);
        }
        catch (ArgumentException exception)
        {
            var at = parser.Current?.Start ?? Mark.Empty;
            throw new YamlException(at, at, "The text is not valid YAML.", exception);
        }

        return stream;
    }

    /// <exception cref="YamlException">The text exceeds the maximum length.</exception>
    public static IParser CreateParser(string text) =>
        text.Length <= MaxLength
            ? new DepthLimitingParser(new Parser(new StringReader(text)))
            : throw new YamlLimitException(
                Mark.Empty,
                new LocalizedText(
                    "Tài liệu quá dài: tối đa 2.000.000 ký tự.",
                    "The document is too long: at most 2,000,000 characters are allowed."
                )
            );

    /// <summary>Why a text could not be read.</summary>
    public static LocalizedText Describe(YamlException exception)
    {
        var reason = (exception as YamlLimitException ?? exception.InnerException as YamlLimitException)?.Reason;
        var message = exception.InnerException?.Message ?? exception.Message;
        return reason ?? new LocalizedText($"Không đọc được: {message}", $"Not readable: {message}");
    }

    /// <summary>Checks each event before the library builds a node of it.</summary>
    private sealed class DepthLimitingParser(IParser parser) : IParser
    {
        /// <summary>The anchors of the open collections.</summary>
        private readonly Stack<AnchorName> openAnchors = new();

        public ParsingEvent? Current => parser.Current;

        public bool MoveNext()
        {
            if (!MoveNextOrRefuse())
            {
                return false;
            }

            switch (parser.Current)
            {
                case MappingStart or SequenceStart when openAnchors.Count == MaxDepth:
                    throw new YamlLimitException(
                        parser.Current.Start,
                        new LocalizedText(
                            "Các mục lồng nhau quá sâu: tối đa 64 cấp.",
                            "The items are nested too deeply: at most 64 levels are allowed."
                        )
                    );
                case MappingStart or SequenceStart:
                    openAnchors.Push(((NodeEvent)parser.Current).Anchor);
                    break;
                case MappingEnd or SequenceEnd:
                    openAnchors.Pop();
                    break;
                case AnchorAlias alias when openAnchors.Contains(alias.Value):
                    throw new YamlLimitException(
                        alias.Start,
                        new LocalizedText($"Mục “{alias.Value}” chứa chính nó.", $"The item “{alias.Value}” contains itself.")
                    );
                default:
                    break;
            }

            return true;
        }

        /// <summary>The library answers some malformed texts with other exceptions than its own.</summary>
        private bool MoveNextOrRefuse()
        {
            try
            {
                return parser.MoveNext();
            }
            catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException)
            {
                var at = parser.Current?.End ?? Mark.Empty;
                throw new YamlException(at, at, "The text is not valid YAML.", exception);
            }
        }
    }
}

/// <summary>The text exceeds a limit of <see cref="BoundedYaml"/>.</summary>
internal sealed class YamlLimitException(Mark start, LocalizedText reason) : YamlException(start, start, reason.En)
{
    public LocalizedText Reason => reason;
}
