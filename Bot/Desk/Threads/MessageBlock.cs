namespace PolicyAssistantBot.Desk.Threads;

/// <summary>A part of a plain text message: lines of running text, or the items of a list.</summary>
/// <param name="Start">The number of the first item of a numbered list; null for another list and for running text.</param>
public sealed record MessageBlock(bool IsList, int? Start, IReadOnlyList<string> Lines);

/// <summary>Recognizes lists in plain text, as people type them: lines that begin with a dash or bullet, or with a number.</summary>
internal static class MessageBlocks
{
    public static IReadOnlyList<MessageBlock> Split(string text)
    {
        var blocks = new List<MessageBlock>();
        foreach (var line in text.ReplaceLineEndings("\n").Trim('\n').Split('\n'))
        {
            var item = ReadItem(line);
            var last = blocks.Count == 0 ? null : blocks[^1];
            if (item is null && last is { IsList: false })
            {
                blocks[^1] = last with { Lines = [.. last.Lines, line] };
            }
            else if (item is not null && last is { IsList: true } && Continues(last, item.Value.Number))
            {
                blocks[^1] = last with { Lines = [.. last.Lines, item.Value.Text] };
            }
            else
            {
                blocks.Add(item is { } first ? new MessageBlock(true, first.Number, [first.Text]) : new MessageBlock(false, null, [line]));
            }
        }

        return [.. blocks.Where(block => block.IsList || block.Lines.Any(line => line.Trim().Length > 0))];
    }

    private static bool Continues(MessageBlock list, int? number) =>
        list.Start is { } start ? number == start + list.Lines.Count : number is null;

    private static (int? Number, string Text)? ReadItem(string line)
    {
        var trimmed = line.TrimStart();
        if (trimmed.Length > 2 && trimmed[0] is '-' or '•' or '*' or '–' or '+' && trimmed[1] == ' ')
        {
            return (null, trimmed[2..].Trim());
        }

        var digits = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        return
            digits is 1 or 2
            && trimmed.Length > digits + 2
            && trimmed[digits] is ')' or '.'
            && trimmed[digits + 1] == ' '
            && int.TryParse(trimmed[..digits], out var number)
            ? (number, trimmed[(digits + 2)..].Trim())
            : null;
    }
}
