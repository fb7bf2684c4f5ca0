using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>Holidays and make-up days, in the order of the calendar.</summary>
internal sealed class DayForm : SettingForm
{
    private const string First = "first";
    private const string Last = "last";
    private const string DayKind = "kind";
    private const string Off = "off";
    private const string MakeUp = "makeUp";
    private const string Source = "source";
    private const string Certainty = "confidence";
    private const string Provisional = "?";

    /// <summary>The entry that says for which days the list is complete.</summary>
    private const string Range = "range";

    /// <summary>The entry, and its field, of the days of the week that are worked.</summary>
    private const string Week = "week";

    private static readonly IReadOnlyList<DayOfWeek> Weekdays =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    private static readonly string[] Certainties = ["V1-high", "V2-high", Provisional];

    public override string Key => "days";

    public override SettingKind Kind => SettingKind.Calendar;

    public override LocalizedText Title => DayFormTexts.Title;

    public override LocalizedText Intro => DayFormTexts.Intro;

    public override LocalizedText AddLabel => DayFormTexts.Add;

    public override IReadOnlyList<SettingItem> ListItems(SettingSources sources) =>
        [
            new(Range, DayFormTexts.Range, [FormatPeriod(sources.Calendar.From, sources.Calendar.Until)]) { CanBeRemoved = false },
            new(Week, DayFormTexts.Week, [DayFormTexts.ListOf(Weekdays.Where(sources.Calendar.WorkingDays.Contains))])
            {
                CanBeRemoved = false,
            },
            .. sources.Calendar.Days.Select(day => new SettingItem(
                WriteDate(day.Day),
                FormatPeriod(day.Day, day.Until),
                [
                    day.Name,
                    day.IsOff ? DayFormTexts.Off : DayFormTexts.MakeUp,
                    .. day.Confidence.MayBeStated ? [] : new[] { DayFormTexts.Uncertain },
                ]
            )
            {
                IsPast = (day.Until ?? day.Day) < sources.Today,
            }),
        ];

    public override IReadOnlyList<SettingField> GetFields(SettingSources sources, string? key) =>
        key == Range
            ?
            [
                new(First, SettingInput.Date, DayFormTexts.FirstDay) { Hint = DayFormTexts.RangeHint },
                new(Last, SettingInput.Date, DayFormTexts.LastDay),
            ]
        : key == Week
            ?
            [
                new(Week, SettingInput.Checkboxes, DayFormTexts.Week)
                {
                    Hint = DayFormTexts.WeekHint,
                    Options = [.. Weekdays.Select(day => new SettingOption(SettingNames.ToCamelCase(day), DayFormTexts.LabelOf(day)))],
                },
            ]
        :
        [
            new(First, SettingInput.Date, DayFormTexts.FirstDay),
            new(Last, SettingInput.Date, DayFormTexts.LastDay) { Hint = DayFormTexts.LastDayHint, IsRequired = false },
            new(DayKind, SettingInput.Choice, DayFormTexts.Kind)
            {
                Hint = DayFormTexts.WeekendHint,
                Options = [new(Off, DayFormTexts.Off), new(MakeUp, DayFormTexts.MakeUp)],
            },
            .. SettingField.CreateNames(),
            new(Source, SettingInput.Line, DayFormTexts.Source) { Hint = DayFormTexts.SourceHint, MaxLength = 500 },
            new(Certainty, SettingInput.Choice, DayFormTexts.Certainty)
            {
                Options =
                [
                    .. Certainties
                        .Concat(key is null ? [] : [ReadCertainty(sources, key)])
                        .Distinct(StringComparer.Ordinal)
                        .Select(value => new SettingOption(value, DayFormTexts.LabelOf(value))),
                ],
            },
        ];

    public override SettingValues ReadItem(SettingSources sources, string? key)
    {
        if (key == Range)
        {
            return new SettingValues().Set(First, WriteDate(sources.Calendar.From)).Set(Last, WriteDate(sources.Calendar.Until));
        }

        if (key == Week)
        {
            return new SettingValues().Set(
                Week,
                [.. Weekdays.Where(sources.Calendar.WorkingDays.Contains).Select(SettingNames.ToCamelCase)]
            );
        }

        if (FindIndex(sources, key) is not { } index)
        {
            return new SettingValues().Set(DayKind, Off).Set(Certainty, Certainties[0]);
        }

        var day = sources.Calendar.Days[index];
        return new SettingValues()
            .Set(First, WriteDate(day.Day))
            .Set(Last, day.Until is { } last ? WriteDate(last) : "")
            .Set(DayKind, day.IsOff ? Off : MakeUp)
            .SetNames(day.Name)
            .Set(Source, day.Source)
            .Set(Certainty, ReadCertainty(sources, key!));
    }

    protected override IEnumerable<SettingProblem> FindFurtherProblems(SettingSources sources, string? key, SettingValues values)
    {
        if (key == Week)
        {
            return FindUselessMakeUpDays(sources, values);
        }

        var (first, last) = ReadPeriod(values);
        if (last < first)
        {
            return [new(Last, DayFormTexts.EndsBeforeBegin)];
        }

        var calendar = sources.Calendar;
        if (key == Range)
        {
            return first.Year < 2000 || last.Year > 2200 ? [new(First, DayFormTexts.RangeTooWide)]
                : calendar.Days.Exists(day => day.Day < first) ? [new(First, DayFormTexts.DaysOutside)]
                : calendar.Days.Exists(day => (day.Until ?? day.Day) > last) ? [new(Last, DayFormTexts.DaysOutside)]
                : [];
        }

        if (first < calendar.From || last > calendar.Until)
        {
            return [new(first < calendar.From ? First : Last, DayFormTexts.Outside.InBothOf(FormatPeriod(calendar.From, calendar.Until)))];
        }

        var own = FindIndex(sources, key);
        var overlap = calendar
            .Days.Index()
            .FirstOrDefault(day => day.Index != own && day.Item.Day <= last && first <= (day.Item.Until ?? day.Item.Day));
        if (overlap.Item is { } other)
        {
            return [new(First, DayFormTexts.Overlap.InBothOf(FormatPeriod(other.Day, other.Until), other.Name))];
        }

        var isMakeUpInTheWeek =
            values[DayKind] == MakeUp
            && Enumerable
                .Range(0, Math.Min(7, last.DayNumber - first.DayNumber + 1))
                .Any(offset => calendar.WorkingDays.Contains(first.AddDays(offset).DayOfWeek));
        return isMakeUpInTheWeek ? [new(First, DayFormTexts.MakeUpInTheWeek)] : [];
    }

    /// <summary>A make-up day on a day that would be worked anyway.</summary>
    private static IReadOnlyList<SettingProblem> FindUselessMakeUpDays(SettingSources sources, SettingValues values)
    {
        var chosen = values.GetAll(Week);
        return
            sources.Calendar.Days.Find(day =>
                !day.IsOff && day.Day >= sources.Today && chosen.Contains(SettingNames.ToCamelCase(day.Day.DayOfWeek))
            )
                is { } makeUp
            ?
            [
                new(
                    Week,
                    DayFormTexts.WeekHasMakeUp.InBothOf(FormatPeriod(makeUp.Day, makeUp.Until), DayFormTexts.LabelOf(makeUp.Day.DayOfWeek))
                ),
            ]
            : [];
    }

    public override string? Write(SettingSources sources, string? key, SettingValues values)
    {
        if (key == Week)
        {
            var days = values.GetAll(Week);

            // A calendar that was saved before the days of the week could be chosen has no such line.
            var hasLine = sources.Text.Split('\n').Any(line => line.StartsWith("workingDays:", StringComparison.Ordinal));
            return hasLine
                ? YamlListEditor.SetList(sources.Text, "workingDays", days)
                : $"workingDays: [{string.Join(", ", days)}]\n{sources.Text}";
        }

        return WriteDays(sources, key, values);
    }

    private static string? WriteDays(SettingSources sources, string? key, SettingValues values)
    {
        var (first, last) = ReadPeriod(values);
        if (key == Range)
        {
            return YamlListEditor.SetValue(sources.Text, "from", WriteDate(first)) is { } text
                ? YamlListEditor.SetValue(text, "until", WriteDate(last))
                : null;
        }

        var item = new YamlItem().AddPlain("day", WriteDate(first));
        item = last == first ? item : item.AddPlain("until", WriteDate(last));
        item = values[DayKind] == Off ? item : item.AddPlain("off", "false");
        item = item.Add("name", values.ReadNames()).Add("source", values[Source]).Add("confidence", values[Certainty]);

        // The list stays in the order of the calendar.
        var days = sources.Calendar.Days;
        var own = FindIndex(sources, key);
        var place = days.Index().Count(day => day.Index != own && day.Item.Day < first);
        return own == place ? YamlListEditor.Replace(sources.Text, "days", place, item)
            : own is null ? YamlListEditor.Insert(sources.Text, "days", place, item)
            : YamlListEditor.Remove(sources.Text, "days", own.Value) is { } without ? YamlListEditor.Insert(without, "days", place, item)
            : null;
    }

    public override IReadOnlyList<LocalizedText> DescribeRemoval(SettingSources sources, string key) => [DayFormTexts.Removal];

    public override string? Remove(SettingSources sources, string key, SettingValues values) =>
        FindIndex(sources, key) is { } index ? YamlListEditor.Remove(sources.Text, "days", index) : null;

    private static int? FindIndex(SettingSources sources, string? key) =>
        key is null ? null
        : sources.Calendar.Days.FindIndex(day => WriteDate(day.Day) == key) is >= 0 and var index ? index
        : null;

    private static (DateOnly First, DateOnly Last) ReadPeriod(SettingValues values)
    {
        var first = ParseDate(values[First])!.Value;
        return (first, ParseDate(values[Last]) ?? first);
    }

    /// <summary>How sure the day is, as it is written in the document.</summary>
    private static string ReadCertainty(SettingSources sources, string key) =>
        FindIndex(sources, key) is { } index && sources.ReadItems("days")[index].ReadOptional("confidence") is { } written
            ? written
            : Provisional;

    private static LocalizedText FormatPeriod(DateOnly first, DateOnly? last) =>
        last is null || last == first
            ? new(LocalFormat.Day(first, Lang.Vi), LocalFormat.Day(first, Lang.En))
            : DayFormTexts.Period.InBothOf(FormatPeriod(first, null), FormatPeriod(last.Value, null));
}
