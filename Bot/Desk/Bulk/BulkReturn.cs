using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.ReplyBar;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Bulk;

/// <summary>The way back to the list after an action on several cases: the address says what was done, with how many and when.</summary>
internal static class BulkReturn
{
    /// <summary>The input with the address of the list.</summary>
    public const string BackInputName = "back";

    /// <summary>The inputs that name what can be taken back: a case and the first event of it.</summary>
    public const string OfferedInputName = "offered";

    /// <summary>The most cases of one action.</summary>
    public const int MaxCases = 100;

    private const string Done = "done";
    private const string Count = "count";
    private const string Left = "left";
    private const string At = "at";

    /// <summary>The address of the list that a form came from. Only lists are accepted.</summary>
    public static string ReadBack(string? typed) =>
        typed == AccessPaths.Home || typed?.StartsWith($"{AccessPaths.Home}?", StringComparison.Ordinal) == true ? typed : AccessPaths.Home;

    public static string AddressOf(string back, string done, int count, DateTimeOffset at, int left = 0)
    {
        var address = string.Create(
            CultureInfo.InvariantCulture,
            $"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Done}={done}&{Count}={count}"
        );
        address = left > 0 ? string.Create(CultureInfo.InvariantCulture, $"{address}&{Left}={left}") : address;
        return string.Create(CultureInfo.InvariantCulture, $"{address}&{At}={at.ToUnixTimeMilliseconds()}#done");
    }

    /// <summary>What the address says was done, in a sentence; null when it names no action.</summary>
    public static LocalizedText? FindDoneText(DeskActionList actions, IQueryCollection query)
    {
        if (!TryRead(query[Count], out var count))
        {
            return null;
        }

        return query[Done].ToString() switch
        {
            DoneTexts.Undo when count == 0 => BulkTexts.NothingUndone,
            DoneTexts.Undo when TryRead(query[Left], out var left) && left > 0 => new LocalizedText(
                BulkTexts.UndonePartly.With(Lang.Vi, count, left),
                BulkTexts.UndonePartly.With(Lang.En, count, left)
            ),
            DoneTexts.Undo => new LocalizedText(BulkTexts.Undone.With(Lang.Vi, count), BulkTexts.Undone.With(Lang.En, count)),
            var key => actions.Find(key) is { } action
                ? new LocalizedText(
                    BulkTexts.Done.With(Lang.Vi, action.Title.Vi, count),
                    BulkTexts.Done.With(Lang.En, action.Title.En, count)
                )
                : null,
        };
    }

    public static DateTimeOffset? ReadAt(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    public static DateTimeOffset? ReadAt(IQueryCollection query) => ReadAt(query[At].ToString());

    private static bool TryRead(string? text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= MaxCases;
}
