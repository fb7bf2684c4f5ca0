using System.Globalization;
using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>The working hours of a day: a morning, and an afternoon that may be left out.</summary>
internal sealed class HoursForm : SettingForm
{
    private const string Entry = "day";
    private const string MorningFrom = "morning-from";
    private const string MorningTo = "morning-to";
    private const string AfternoonFrom = "afternoon-from";
    private const string AfternoonTo = "afternoon-to";

    public override string Key => "hours";

    public override SettingKind Kind => SettingKind.Routing;

    public override LocalizedText Title => HoursFormTexts.Title;

    public override LocalizedText Intro => HoursFormTexts.Intro;

    public override LocalizedText? AddLabel => null;

    public override IReadOnlyList<SettingItem> ListItems(SettingSources sources)
    {
        var hours = string.Join(", ", sources.Routing.Hours.Select(Write));
        return [new SettingItem(Entry, HoursFormTexts.Day, [new LocalizedText(hours, hours)]) { CanBeRemoved = false }];
    }

    public override IReadOnlyList<SettingField> GetFields(SettingSources sources, string? key) =>
        [
            CreateField(MorningFrom, HoursFormTexts.MorningFrom, isRequired: true) with
            {
                Hint = HoursFormTexts.Format,
            },
            CreateField(MorningTo, HoursFormTexts.MorningTo, isRequired: true),
            CreateField(AfternoonFrom, HoursFormTexts.AfternoonFrom, isRequired: false) with
            {
                Hint = HoursFormTexts.AfternoonHint,
            },
            CreateField(AfternoonTo, HoursFormTexts.AfternoonTo, isRequired: false),
        ];

    public override SettingValues ReadItem(SettingSources sources, string? key)
    {
        var values = new SettingValues();
        if (sources.Routing.Hours is [var morning, ..])
        {
            values.Set(MorningFrom, Write(morning.From)).Set(MorningTo, Write(morning.To));
        }

        if (sources.Routing.Hours is [_, var afternoon, ..])
        {
            values.Set(AfternoonFrom, Write(afternoon.From)).Set(AfternoonTo, Write(afternoon.To));
        }

        return values;
    }

    protected override IEnumerable<SettingProblem> FindFurtherProblems(SettingSources sources, string? key, SettingValues values)
    {
        if (sources.Routing.Hours.Count > 2)
        {
            yield return new(null, HoursFormTexts.TooManySpans);
        }

        foreach (var field in new[] { MorningFrom, MorningTo, AfternoonFrom, AfternoonTo })
        {
            if (values[field].Length > 0 && Read(values[field]) is null)
            {
                yield return new(field, HoursFormTexts.InvalidTime.InBoth(values[field]));
            }
        }

        if ((values[AfternoonFrom].Length == 0) != (values[AfternoonTo].Length == 0))
        {
            yield return new(values[AfternoonFrom].Length == 0 ? AfternoonFrom : AfternoonTo, HoursFormTexts.HalfAfternoon);
        }

        var times = new[] { MorningFrom, MorningTo, AfternoonFrom, AfternoonTo }
            .Select(field => Read(values[field]))
            .OfType<TimeSpan>()
            .ToList();
        if (times.Zip(times.Skip(1), (earlier, later) => (earlier, later)).Any(pair => pair.earlier >= pair.later))
        {
            yield return new(MorningTo, HoursFormTexts.NotInOrder);
        }
    }

    public override string? Write(SettingSources sources, string? key, SettingValues values)
    {
        string[] morning = [$"{values[MorningFrom]}-{values[MorningTo]}"];
        return YamlListEditor.SetList(
            sources.Text,
            "workingHours",
            values[AfternoonFrom].Length == 0 ? morning : [.. morning, $"{values[AfternoonFrom]}-{values[AfternoonTo]}"]
        );
    }

    private static SettingField CreateField(string name, LocalizedText label, bool isRequired) =>
        new(name, SettingInput.Line, label) { IsRequired = isRequired, MaxLength = 5 };

    private static TimeSpan? Read(string text) =>
        text == "24:00" ? TimeSpan.FromHours(24)
        : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToTimeSpan()
        : null;

    private static string Write(WorkingSpan span) => $"{Write(span.From)}–{Write(span.To)}";

    private static string Write(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:D2}:{time.Minutes:D2}");
}
