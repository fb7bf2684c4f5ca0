namespace PolicyAssistantBot.Privacy.Registry;

/// <summary>
/// The declaration of every table and column: what it says about people, how it is erased and how long it is kept. A test compares it with
/// the database model, so that a new column must be declared here.
/// </summary>
internal static class PersonalDataRegistry
{
    public static IReadOnlyList<DataTable> Tables { get; } =
    [.. ConversationData.Tables, .. CaseData.Tables, .. StaffData.Tables, .. StudioData.Tables];

    /// <summary>Tables that are not part of the model, with the reason why that is enough.</summary>
    public static IReadOnlyDictionary<string, string> OtherTables { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RequestSearch"] = "The words of cases; erased with the case by CaseContentEraser.",
            ["__EFMigrationsHistory"] = "Names of migrations.",
            ["__EFMigrationsLock"] = "Empty but for the time of a migration.",
        };
}
