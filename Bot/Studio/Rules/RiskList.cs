namespace PolicyAssistantBot.Studio.Rules;

/// <summary>
/// The articles that would harm an enterprise most if they were wrong (docs/editors.md, "Order of review", 1 to 8): whoever approved one
/// does not publish it.
/// </summary>
internal static class RiskList
{
    private static readonly string[] Beginnings =
    [
        "B9-tax-3years",
        "A8-hkd-to-dn-tax",
        "A1-size",
        "A5-law-amend",
        "A7-hkd",
        "F6-deadlines",
        "B9-tax-deferral",
        "B1-",
        "B2-",
        "B3-",
        "B4-",
        "B5-",
        "B6-",
        "B7-",
        "B15-hanoi",
        "C1-",
        "C2-",
        "C3-",
        "C4-",
        "C5-",
        "C6-",
        "D4-origin",
    ];

    public static bool Contains(string key) => Array.Exists(Beginnings, beginning => key.StartsWith(beginning, StringComparison.Ordinal));
}
