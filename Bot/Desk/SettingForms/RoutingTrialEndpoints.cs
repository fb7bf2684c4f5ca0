using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.SettingKinds;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary><c>/desk/settings/forms/rules/try</c>: which team a request would go to. Nothing is stored.</summary>
internal static class RoutingTrialEndpoints
{
    private const string Kind = "kind";
    private const string Content = "content";
    private const string Place = "ward";
    private const string Sector = "sector";
    private const string Size = "size";

    private static readonly IReadOnlyList<SettingField> Fields =
    [
        new(Content, SettingInput.Paragraph, RoutingTrialTexts.Content)
        {
            IsRequired = false,
            MaxLength = TextLimits.CaseText,
            Lang = Lang.Vi,
        },
        new(Kind, SettingInput.Choice, RuleFormTexts.Kinds)
        {
            Options =
            [
                .. Enum.GetValues<RequestKind>().Select(kind => new SettingOption(SettingNames.ToCamelCase(kind), DeskTexts.LabelOf(kind))),
            ],
        },
        new(Place, SettingInput.Line, RuleFormTexts.Places) { Hint = RoutingTrialTexts.PlaceHint, IsRequired = false },
        new(Sector, SettingInput.Choice, RuleFormTexts.Sectors)
        {
            IsRequired = false,
            Options = [.. Sectors.All.Select(sector => new SettingOption(sector.Code, sector.Name))],
        },
        new(Size, SettingInput.Choice, RuleFormTexts.Sizes)
        {
            IsRequired = false,
            Options =
            [
                .. Enum.GetValues<EnterpriseSize>()
                    .Select(size => new SettingOption(SettingNames.ToCamelCase(size), DeskTexts.LabelOf(size))),
            ],
        },
    ];

    public static void MapRoutingTrial(this IEndpointRouteBuilder settings)
    {
        settings.MapGet(
            "/forms/rules/try",
            (HttpContext context) => Show(context, new SettingValues().Set(Kind, SettingNames.ToCamelCase(RequestKind.Other)), [], null)
        );
        settings.MapPost("/forms/rules/try", TryAsync);
    }

    private static async Task<IResult> TryAsync(HttpContext context, DeskSettingsStore settingsStore, CancellationToken cancellationToken)
    {
        var values = SettingValues.Read(await context.Request.ReadFormAsync(cancellationToken), Fields);
        var problems = SettingForm.FindFieldProblems(Fields, values).ToList();
        var ward = values[Place].Length == 0 ? null : PlaceNames.Find(values[Place]);
        if (values[Place].Length > 0 && ward is null)
        {
            problems.Add(new(Place, RuleFormTexts.UnknownPlace.InBoth(values[Place])));
        }

        if (problems.Count > 0)
        {
            return Show(context, values, problems, null);
        }

        var draft = new RequestDraft
        {
            Kind = SettingNames.TryParse<RequestKind>(values[Kind], out var kind) ? kind : RequestKind.Other,
            Content = values[Content],
            WardCode = ward?.Code,
            Sector = Sectors.All.FirstOrDefault(sector => sector.Code == values[Sector])?.Name.Vi,
            Size = SettingNames.TryParse<EnterpriseSize>(values[Size], out var size) ? size : null,
        };
        var routing = (await settingsStore.GetAsync(cancellationToken)).Routing;
        return Show(context, values, [], Describe([.. RoutingRules.FindMatches(draft, routing)], routing));
    }

    private static RoutingTrialOutcome Describe(List<RuleMatch> matches, RoutingTable routing) =>
        matches is [var first, ..]
            ? new(
                first.Team.Name,
                RoutingTrialTexts.Decides.InBothOf(Number(first), DescribeReasons(first)),
                [.. matches.Skip(1).Select(other => RoutingTrialTexts.PassedRule.InBothOf(Number(other), other.Team.Name))]
            )
            : new(routing.Find(routing.FallbackTeam)!.Name, RoutingTrialTexts.NoRule, []);

    private static LocalizedText Number(RuleMatch match)
    {
        var number = (match.Index + 1).ToString(CultureInfo.InvariantCulture);
        return new(number, number);
    }

    private static LocalizedText DescribeReasons(RuleMatch match) =>
        SettingFormTexts.Join([
            .. match.Reasons.Select(reason => new LocalizedText(
                DeadlineFormatter.FormatReason(reason, Lang.Vi),
                DeadlineFormatter.FormatReason(reason, Lang.En)
            )),
        ]);

    private static RazorComponentResult Show(
        HttpContext context,
        SettingValues values,
        List<SettingProblem> problems,
        RoutingTrialOutcome? outcome
    ) =>
        PageResults.Show<RoutingTrialPage>(
            context,
            new RoutingTrialModel(Fields, values, problems, outcome),
            problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
