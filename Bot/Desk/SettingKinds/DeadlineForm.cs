using System.Globalization;
using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>The time limits of each kind of request.</summary>
internal sealed class DeadlineForm : SettingForm
{
    private const string Days = "days";
    private const string Hours = "hours";

    public override string Key => "deadlines";

    public override SettingKind Kind => SettingKind.Times;

    public override LocalizedText Title => DeadlineFormTexts.Title;

    public override LocalizedText Intro => DeadlineFormTexts.Intro;

    public override LocalizedText? AddLabel => null;

    public override IReadOnlyList<SettingItem> ListItems(SettingSources sources) =>
        [
            .. Enum.GetValues<RequestKind>()
                .Where(sources.Times.ByKind.ContainsKey)
                .Select(kind => new SettingItem(
                    SettingNames.ToCamelCase(kind),
                    DeskTexts.LabelOf(kind),
                    [.. sources.Times.Of(kind).Targets.SelectMany(target => new[] { Describe(target), FindBasis(kind, target.Definition) })]
                )
                {
                    CanBeRemoved = false,
                }),
        ];

    public override IReadOnlyList<SettingField> GetFields(SettingSources sources, string? key) =>
        [
            .. sources.Definitions.All.SelectMany(definition =>
                new SettingField[]
                {
                    new(definition.Key, SettingInput.Number, definition.Title)
                    {
                        Hint = SettingNames.TryParse<RequestKind>(key ?? "", out var kind)
                            ? FindBasis(kind, definition)
                            : DeadlineFormTexts.AmountHint,
                        MaxLength = 3,
                    },
                    new(UnitOf(definition), SettingInput.Choice, DeadlineFormTexts.Unit.InBothOf(definition.Title))
                    {
                        Options = [new(Hours, DeadlineFormTexts.Hours), new(Days, DeadlineFormTexts.Days)],
                    },
                }
            ),
        ];

    public override SettingValues ReadItem(SettingSources sources, string? key)
    {
        var values = new SettingValues();
        foreach (var target in FindTargets(sources, key))
        {
            values
                .Set(target.Definition.Key, target.TimeLimit.Amount.ToString(CultureInfo.InvariantCulture))
                .Set(UnitOf(target.Definition), target.TimeLimit.IsDays ? Days : Hours);
        }

        return values;
    }

    protected override IEnumerable<SettingProblem> FindFurtherProblems(SettingSources sources, string? key, SettingValues values) =>
        from definition in sources.Definitions.All
        where int.Parse(values[definition.Key], CultureInfo.InvariantCulture) is < 1 or > ServiceTimes.MaxAmount
        select new SettingProblem(definition.Key, DeadlineFormTexts.OutOfRange.InBothOf(definition.Title));

    public override string? Write(SettingSources sources, string? key, SettingValues values)
    {
        var item = new YamlItem().AddPlain("kind", key!);
        foreach (var definition in sources.Definitions.All)
        {
            var amount = int.Parse(values[definition.Key], CultureInfo.InvariantCulture);
            item.AddPlain(definition.Key, string.Create(CultureInfo.InvariantCulture, $"{amount} {values[UnitOf(definition)]}"));
        }

        var index = sources
            .ReadItems("times")
            .Index()
            .First(time => string.Equals(time.Item.ReadOptional("kind"), key, StringComparison.OrdinalIgnoreCase))
            .Index;
        return YamlListEditor.Replace(sources.Text, "times", index, item);
    }

    private static IReadOnlyList<DeadlineTarget> FindTargets(SettingSources sources, string? key) =>
        SettingNames.TryParse<RequestKind>(key ?? "", out var kind) ? sources.Times.Of(kind).Targets : [];

    private static string UnitOf(DeadlineDefinition definition) => $"{definition.Key}-unit";

    /// <summary>What the time limit rests on.</summary>
    private static LocalizedText FindBasis(RequestKind kind, DeadlineDefinition definition) =>
        DeadlineFormTexts.Basis.InBothOf(
            definition == DeadlineDefinitions.FirstReply && kind != RequestKind.Other ? DeadlineFormTexts.FirstReplyBasis
            : definition == DeadlineDefinitions.Resolution && kind == RequestKind.Support ? DeadlineFormTexts.SupportBasis
            : DeadlineFormTexts.OwnAim
        );

    private static LocalizedText Describe(DeadlineTarget target) =>
        DeadlineFormTexts.Limit.InBothOf(
            target.Definition.Title,
            new LocalizedText(DeadlineFormatter.Format(target.TimeLimit, Lang.Vi), DeadlineFormatter.Format(target.TimeLimit, Lang.En))
        );
}
