using PolicyAssistantBot.Access.Accounts;
using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>The teams, their members, and how their cases are assigned.</summary>
internal sealed class TeamForm : SettingForm
{
    private const string Members = "members";
    private const string Assign = "assign";
    private const string Fallback = "fallback";
    private const string Successor = "successor";

    public override string Key => "teams";

    public override SettingKind Kind => SettingKind.Routing;

    public override LocalizedText Title => TeamFormTexts.Title;

    public override LocalizedText Intro => TeamFormTexts.Intro;

    public override LocalizedText AddLabel => TeamFormTexts.Add;

    public override IReadOnlyList<SettingItem> ListItems(SettingSources sources) =>
        [.. sources.Routing.Teams.Select(team => new SettingItem(team.Key, team.Name, [.. DescribeTeam(team, sources)]))];

    public override IReadOnlyList<SettingField> GetFields(SettingSources sources, string? key) =>
        [
            .. SettingField.CreateNames(),
            new(Members, SettingInput.Checkboxes, TeamFormTexts.Members)
            {
                Hint = sources.Staff.Count == 0 ? TeamFormTexts.NoStaff : TeamFormTexts.MembersHint,
                IsRequired = false,
                Options = [.. ListMemberOptions(sources, key)],
            },
            new(Assign, SettingInput.Choice, TeamFormTexts.Assignment)
            {
                Options =
                [
                    .. Enum.GetValues<AssignmentMode>()
                        .Select(mode => new SettingOption(SettingNames.ToCamelCase(mode), TeamFormTexts.LabelOf(mode))),
                ],
            },
            new(Fallback, SettingInput.Checkboxes, TeamFormTexts.Fallback)
            {
                IsRequired = false,
                Options = [new(Fallback, TeamFormTexts.FallbackOption)],
            },
        ];

    public override SettingValues ReadItem(SettingSources sources, string? key)
    {
        if (sources.Routing.Find(key) is not { } team)
        {
            return new SettingValues().Set(Assign, SettingNames.ToCamelCase(AssignmentMode.Manual));
        }

        var names = ListMemberOptions(sources, key).Select(option => option.Value);
        return new SettingValues()
            .SetNames(team.Name)
            .Set(Members, [.. names.Where(name => team.Members.Contains(name, StringComparer.OrdinalIgnoreCase))])
            .Set(Assign, SettingNames.ToCamelCase(team.AssignmentMode))
            .Set(Fallback, sources.Routing.FallbackTeam == team.Key ? [Fallback] : []);
    }

    protected override IEnumerable<SettingProblem> FindFurtherProblems(SettingSources sources, string? key, SettingValues values)
    {
        var others = sources.Routing.Teams.Where(team => team.Key != key).ToList();
        if (others.Exists(team => string.Equals(team.Name.Vi, values["vi"], StringComparison.OrdinalIgnoreCase)))
        {
            yield return new("vi", SettingFormTexts.NameTaken);
        }

        if (others.Exists(team => string.Equals(team.Name.En, values["en"], StringComparison.OrdinalIgnoreCase)))
        {
            yield return new("en", SettingFormTexts.NameTaken);
        }

        foreach (var gone in values.GetAll(Members).Where(name => FindStaff(sources, name) is null))
        {
            yield return new(Members, TeamFormTexts.GoneMember.InBoth(gone));
        }

        if (key is not null && sources.Routing.FallbackTeam == key && values[Fallback].Length == 0)
        {
            yield return new(Fallback, TeamFormTexts.FallbackNeeded);
        }
    }

    public override string? Write(SettingSources sources, string? key, SettingValues values)
    {
        var teams = sources.Routing.Teams;
        var writtenKey = key ?? EntryKeys.Create(values["en"], "team", [.. teams.Select(team => team.Key)]);
        var item = CreateItem(writtenKey, values.ReadNames(), values[Assign], values.GetAll(Members));
        var text = key is null
            ? YamlListEditor.Insert(sources.Text, "teams", teams.Count, item)
            : YamlListEditor.Replace(sources.Text, "teams", IndexOf(teams, key), item);
        return text is null || values[Fallback].Length == 0 || sources.Routing.FallbackTeam == writtenKey
            ? text
            : YamlListEditor.SetValue(text, "fallback", writtenKey);
    }

    /// <summary>A team as it is written in the document.</summary>
    public static YamlItem CreateItem(string key, LocalizedText name, string assign, IReadOnlyList<string> members) =>
        new YamlItem().AddPlain("key", key).Add("name", name).AddPlain("assign", assign).Add("members", members, evenIfEmpty: true);

    public override IReadOnlyList<LocalizedText> DescribeRemoval(SettingSources sources, string key)
    {
        var count = sources.OpenCaseCounts.GetValueOrDefault(key);
        return
        [
            count == 0
                ? TeamFormTexts.NoOpenCases
                : new LocalizedText(
                    TeamFormTexts.OpenCasesStay.With(Lang.Vi, LocalFormat.Number(count, Lang.Vi)),
                    TeamFormTexts.OpenCasesStay.With(Lang.En, LocalFormat.Number(count, Lang.En))
                ),
            TeamFormTexts.HistoryStays,
        ];
    }

    public override IReadOnlyList<SettingField> GetRemovalFields(SettingSources sources, string key)
    {
        var routing = sources.Routing;
        return routing.FallbackTeam == key || routing.Rules.Any(rule => rule.Team == key) || routing.Teams.Count == 1
            ?
            [
                new(Successor, SettingInput.Choice, TeamFormTexts.Successor)
                {
                    Hint = routing.Teams.Count == 1 ? TeamFormTexts.OnlyTeam : TeamFormTexts.SuccessorHint,
                    Options = [.. routing.Teams.Where(team => team.Key != key).Select(team => new SettingOption(team.Key, team.Name))],
                },
            ]
            : [];
    }

    public override string? Remove(SettingSources sources, string key, SettingValues values)
    {
        var text = sources.Text;
        foreach (var (index, rule) in sources.Routing.Rules.Index().Where(rule => rule.Item.Team == key))
        {
            text = text is null
                ? null
                : YamlListEditor.Replace(text, "rules", index, RuleItem.Create(sources, index, rule with { Team = values[Successor] }));
        }

        if (text is not null && sources.Routing.FallbackTeam == key)
        {
            text = YamlListEditor.SetValue(text, "fallback", values[Successor]);
        }

        return text is null ? null : YamlListEditor.Remove(text, "teams", IndexOf(sources.Routing.Teams, key));
    }

    private static IEnumerable<LocalizedText> DescribeTeam(Team team, SettingSources sources)
    {
        yield return team.Members.Count == 0
            ? TeamFormTexts.NoMembers
            : TeamFormTexts.MembersAre.InBothOf(
                new LocalizedText(
                    string.Join(", ", team.Members.Select(name => NameOf(sources, name).Vi)),
                    string.Join(", ", team.Members.Select(name => NameOf(sources, name).En))
                )
            );
        yield return TeamFormTexts.AssignmentIs.InBothOf(TeamFormTexts.LabelOf(team.AssignmentMode));
        if (sources.Routing.FallbackTeam == team.Key)
        {
            yield return TeamFormTexts.FallbackOption;
        }
    }

    /// <summary>The officials, and members whose account is no longer one, so that they can be removed.</summary>
    private static IEnumerable<SettingOption> ListMemberOptions(SettingSources sources, string? key) =>
        sources
            .Staff.Select(member => new SettingOption(member.UserName, TeamFormTexts.MemberName.InBoth(member.Name, member.UserName)))
            .Concat(
                (sources.Routing.Find(key)?.Members ?? [])
                    .Where(name => FindStaff(sources, name) is null)
                    .Select(name => new SettingOption(name, NameOf(sources, name)))
            );

    private static LocalizedText NameOf(SettingSources sources, string userName) =>
        FindStaff(sources, userName) is { } member ? new(member.Name, member.Name)
        : sources.LockedStaff.FirstOrDefault(locked => string.Equals(locked.UserName, userName, StringComparison.OrdinalIgnoreCase))
            is { } locked
            ? AccountTexts.LockedName.InBoth(locked.Name)
        : TeamFormTexts.GoneName.InBoth(userName);

    private static StaffMember? FindStaff(SettingSources sources, string userName) =>
        sources.Staff.FirstOrDefault(member => string.Equals(member.UserName, userName, StringComparison.OrdinalIgnoreCase));

    private static int IndexOf(IReadOnlyList<Team> teams, string key) => teams.Index().First(team => team.Item.Key == key).Index;
}
