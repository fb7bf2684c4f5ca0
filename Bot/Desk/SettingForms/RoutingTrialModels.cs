using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>Which team would get a request.</summary>
/// <param name="Passed">Rules that match too but come later.</param>
public sealed record RoutingTrialOutcome(LocalizedText Team, LocalizedText Why, IReadOnlyList<LocalizedText> Passed);

public sealed record RoutingTrialModel(
    IReadOnlyList<SettingField> Fields,
    SettingValues Values,
    IReadOnlyList<SettingProblem> Problems,
    RoutingTrialOutcome? Outcome
)
{
    /// <summary>Where a request is tried.</summary>
    public const string Path = "/desk/settings/forms/rules/try";
}
