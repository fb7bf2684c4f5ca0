using System.Globalization;
using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>The rules that send a case to a team, in the order in which they are tried.</summary>
internal sealed class RuleForm : SettingForm
{
    private const string List = "rules";
    private const string Team = "team";
    private const string Kinds = "kind";
    private const string Topics = "topic";
    private const string BusinessSectors = "sector";
    private const string Sizes = "size";
    private const string Places = "ward";
    private const string Position = "position";

    public override string Key => "rules";

    public override SettingKind Kind => SettingKind.Routing;

    public override LocalizedText Title => RuleFormTexts.Title;

    public override LocalizedText Intro => RuleFormTexts.Intro;

    public override LocalizedText AddLabel => RuleFormTexts.Add;

    public override bool IsOrdered => true;

    public override (string Path, LocalizedText Label)? Trial => (RoutingTrialModel.Path, RoutingTrialTexts.Link);

    public override IReadOnlyList<SettingItem> ListItems(SettingSources sources) =>
        [
            .. sources
                .Routing.Rules.Index()
                .Select(rule => new SettingItem(
                    KeyOf(rule.Item),
                    RuleFormTexts.Numbered.InBothOf(Number(rule.Index), sources.Routing.Find(rule.Item.Team)!.Name),
                    [.. Describe(rule.Item, ReadTopics(sources, rule.Index))]
                )
                {
                    Warning = RoutingRules.FindCovering(sources.Routing, rule.Index) is { } earlier
                        ? RoutingTrialTexts.Covered.InBothOf(Number(earlier))
                        : null,
                }),
        ];

    public override IReadOnlyList<SettingField> GetFields(SettingSources sources, string? key) =>
        [
            new(Team, SettingInput.Choice, RuleFormTexts.Team)
            {
                Options = [.. sources.Routing.Teams.Select(team => new SettingOption(team.Key, team.Name))],
            },
            CreateChoices(Kinds, RuleFormTexts.Kinds, Enum.GetValues<RequestKind>(), kind => DeskTexts.LabelOf(kind)) with
            {
                Hint = RuleFormTexts.ConditionsHint,
            },
            CreateLines(Topics, RuleFormTexts.Topics, RuleFormTexts.TopicsHint),
            new(BusinessSectors, SettingInput.Checkboxes, RuleFormTexts.Sectors)
            {
                IsRequired = false,
                Options = [.. Sectors.All.Select(sector => new SettingOption(sector.Code, sector.Name))],
            },
            CreateChoices(Sizes, RuleFormTexts.Sizes, Enum.GetValues<EnterpriseSize>(), size => DeskTexts.LabelOf(size)),
            CreateLines(Places, RuleFormTexts.Places, RuleFormTexts.PlacesHint),
            new(Position, SettingInput.Choice, RuleFormTexts.Position)
            {
                Hint = RuleFormTexts.PositionHint,
                Options =
                [
                    .. Enumerable
                        .Range(0, sources.Routing.Rules.Count + (FindIndex(sources, key) is null ? 1 : 0))
                        .Select(index => new SettingOption(index.ToString(CultureInfo.InvariantCulture), Number(index))),
                ],
            },
        ];

    public override SettingValues ReadItem(SettingSources sources, string? key)
    {
        if (FindIndex(sources, key) is not { } index)
        {
            return new SettingValues().Set(Position, sources.Routing.Rules.Count.ToString(CultureInfo.InvariantCulture));
        }

        var rule = sources.Routing.Rules[index];
        return new SettingValues()
            .Set(Team, rule.Team)
            .Set(Kinds, [.. rule.Kinds.Select(SettingNames.ToCamelCase)])
            .Set(Topics, string.Join('\n', ReadTopics(sources, index)))
            .Set(BusinessSectors, rule.Sectors)
            .Set(Sizes, [.. rule.Sizes.Select(SettingNames.ToCamelCase)])
            .Set(Places, string.Join('\n', rule.Wards.Select(code => NameOfWard(code).Vi)))
            .Set(Position, index.ToString(CultureInfo.InvariantCulture));
    }

    protected override IEnumerable<SettingProblem> FindFurtherProblems(SettingSources sources, string? key, SettingValues values)
    {
        foreach (var unknown in values.ReadLines(Places).Where(place => PlaceNames.Find(place) is null).Take(1))
        {
            yield return new(Places, RuleFormTexts.UnknownPlace.InBoth(unknown));
        }

        foreach (var empty in values.ReadLines(Topics).Where(topic => !topic.Any(char.IsLetterOrDigit)).Take(1))
        {
            yield return new(Topics, RuleFormTexts.NoWord.InBoth(empty));
        }

        if (new[] { Kinds, Topics, BusinessSectors, Sizes, Places }.All(field => values[field].Length == 0))
        {
            yield return new(Kinds, RuleFormTexts.NoCondition);
        }
    }

    public override string? Write(SettingSources sources, string? key, SettingValues values)
    {
        var rule = new RoutingRule(
            values[Team],
            ReadNames<RequestKind>(values, Kinds),
            [],
            values.GetAll(BusinessSectors),
            ReadNames<EnterpriseSize>(values, Sizes),
            [.. values.ReadLines(Places).Select(place => PlaceNames.Find(place)!.Code)]
        );
        var item = RuleItem.Create(rule, values.ReadLines(Topics));
        var place = int.Parse(values[Position], CultureInfo.InvariantCulture);
        var own = FindIndex(sources, key);
        return own == place ? YamlListEditor.Replace(sources.Text, List, place, item)
            : own is null ? YamlListEditor.Insert(sources.Text, List, place, item)
            : YamlListEditor.Remove(sources.Text, List, own.Value) is { } without ? YamlListEditor.Insert(without, List, place, item)
            : null;
    }

    public override IReadOnlyList<LocalizedText> DescribeRemoval(SettingSources sources, string key) => [RuleFormTexts.Removal];

    public override string? Remove(SettingSources sources, string key, SettingValues values) =>
        FindIndex(sources, key) is { } index ? YamlListEditor.Remove(sources.Text, List, index) : null;

    public override string? Move(SettingSources sources, string key, int offset)
    {
        if (FindIndex(sources, key) is not { } index || index + offset is var place && (place < 0 || place >= sources.Routing.Rules.Count))
        {
            return null;
        }

        var item = RuleItem.Create(sources, index, sources.Routing.Rules[index]);
        return YamlListEditor.Remove(sources.Text, List, index) is { } without
            ? YamlListEditor.Insert(without, List, index + offset, item)
            : null;
    }

    private static IEnumerable<LocalizedText> Describe(RoutingRule rule, IReadOnlyList<string> topics)
    {
        (LocalizedText Label, IReadOnlyCollection<LocalizedText> Values)[] conditions =
        [
            (RuleFormTexts.Kinds, [.. rule.Kinds.Select(kind => DeskTexts.LabelOf(kind))]),
            (RuleFormTexts.Topics, [.. topics.Select(topic => new LocalizedText(topic, topic))]),
            (RuleFormTexts.Sectors, [.. rule.Sectors.Select(code => Sectors.Find(code)!.Name)]),
            (RuleFormTexts.Sizes, [.. rule.Sizes.Select(size => DeskTexts.LabelOf(size))]),
            (RuleFormTexts.Places, [.. rule.Wards.Select(NameOfWard)]),
        ];
        return conditions
            .Where(condition => condition.Values.Count > 0)
            .Select(condition => RuleFormTexts.Condition.InBothOf(condition.Label, SettingFormTexts.Join(condition.Values)));
    }

    private static SettingField CreateChoices<T>(string name, LocalizedText label, T[] values, Func<T, LocalizedText> getLabel)
        where T : struct, Enum =>
        new(name, SettingInput.Checkboxes, label)
        {
            IsRequired = false,
            Options = [.. values.Select(value => new SettingOption(SettingNames.ToCamelCase(value), getLabel(value)))],
        };

    private static SettingField CreateLines(string name, LocalizedText label, LocalizedText hint) =>
        new(name, SettingInput.Paragraph, label)
        {
            Hint = hint,
            IsRequired = false,
            MaxLength = 4000,
        };

    private static List<T> ReadNames<T>(SettingValues values, string field)
        where T : struct, Enum => [.. values.GetAll(field).Select(name => SettingNames.TryParse<T>(name, out var value) ? value : default)];

    private static IReadOnlyList<string> ReadTopics(SettingSources sources, int index) => sources.ReadItems(List)[index].ReadList(Topics);

    private static LocalizedText NameOfWard(string code) => Wards.All.First(ward => ward.Code == code).FullName;

    private static LocalizedText Number(int index) =>
        new((index + 1).ToString(CultureInfo.InvariantCulture), (index + 1).ToString(CultureInfo.InvariantCulture));

    private static int? FindIndex(SettingSources sources, string? key) =>
        key is null ? null
        : sources.Routing.Rules.Index().FirstOrDefault(rule => KeyOf(rule.Item) == key) is { Item: not null } found ? found.Index
        : null;

    /// <summary>A rule has no name: its content is its key, so that a rule that was moved meanwhile is found, a changed one not.</summary>
    private static string KeyOf(RoutingRule rule) =>
        string.Join(
            '.',
            rule.Team,
            string.Join('-', rule.Kinds),
            string.Join('-', rule.Topics),
            string.Join('-', rule.Sectors),
            string.Join('-', rule.Sizes),
            string.Join('-', rule.Wards)
        );
}
