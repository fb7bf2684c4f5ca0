using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>Shows one list of a settings document as entries and edits them one by one. The document stays the only thing that is stored,
/// and its own checks apply to what a form writes.</summary>
internal abstract class SettingForm
{
    /// <summary>Names the form in addresses.</summary>
    public abstract string Key { get; }

    public abstract SettingKind Kind { get; }

    public abstract LocalizedText Title { get; }

    public abstract LocalizedText Intro { get; }

    /// <summary>What the button says that adds an entry; null when the entries are always the same.</summary>
    public abstract LocalizedText? AddLabel { get; }

    public abstract IReadOnlyList<SettingItem> ListItems(SettingSources sources);

    /// <param name="key">The entry; null for a new one.</param>
    public abstract IReadOnlyList<SettingField> GetFields(SettingSources sources, string? key);

    /// <summary>The values of an entry, or those that a new one begins with.</summary>
    public abstract SettingValues ReadItem(SettingSources sources, string? key);

    /// <summary>The document with the changed or added entry; null when its layout does not allow it.</summary>
    public abstract string? Write(SettingSources sources, string? key, SettingValues values);

    /// <summary>The document without the entry; null when its layout does not allow it.</summary>
    public virtual string? Remove(SettingSources sources, string key, SettingValues values) => null;

    /// <summary>Whether the order of the entries matters, so that they can be moved.</summary>
    public virtual bool IsOrdered => false;

    /// <summary>A page on which what is set can be tried; null when there is none.</summary>
    public virtual (string Path, LocalizedText Label)? Trial => null;

    /// <summary>The document with the entry moved; null when it cannot be moved there.</summary>
    public virtual string? Move(SettingSources sources, string key, int offset) => null;

    /// <summary>What happens when an entry is removed.</summary>
    public virtual IReadOnlyList<LocalizedText> DescribeRemoval(SettingSources sources, string key) => [];

    /// <summary>What has to be chosen before an entry is removed.</summary>
    public virtual IReadOnlyList<SettingField> GetRemovalFields(SettingSources sources, string key) => [];

    /// <summary>What is wrong with values that are complete and possible by themselves.</summary>
    protected virtual IEnumerable<SettingProblem> FindFurtherProblems(SettingSources sources, string? key, SettingValues values) => [];

    public IReadOnlyList<SettingProblem> FindProblems(SettingSources sources, string? key, SettingValues values)
    {
        var problems = FindFieldProblems(GetFields(sources, key), values);
        return problems.Count > 0 ? problems : [.. FindFurtherProblems(sources, key, values)];
    }

    public static IReadOnlyList<SettingProblem> FindFieldProblems(IEnumerable<SettingField> fields, SettingValues values) =>
        [.. from field in fields let text = FindProblem(field, values) where text is not null select new SettingProblem(field.Name, text)];

    private static LocalizedText? FindProblem(SettingField field, SettingValues values)
    {
        var value = values[field.Name];
        if (value.Length == 0)
        {
            return !field.IsRequired ? null
                : field.Input is SettingInput.Choice or SettingInput.Checkboxes ? SettingFormTexts.ChooseOne.InBothOf(field.Label)
                : SettingFormTexts.FillIn.InBothOf(field.Label);
        }

        return field.Input switch
        {
            SettingInput.Date when ParseDate(value) is null => SettingFormTexts.InvalidDate.InBothOf(field.Label),
            SettingInput.Number when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
                SettingFormTexts.InvalidNumber.InBothOf(field.Label),
            SettingInput.Choice
            or SettingInput.Checkboxes when !values.GetAll(field.Name).All(chosen => field.Options.Any(option => option.Value == chosen)) =>
                SettingFormTexts.ChooseOne.InBothOf(field.Label),
            _ when value.Length > field.MaxLength => SettingFormTexts.TooLong.InBothOf(field.Label),
            _ => null,
        };
    }

    protected static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    protected static string WriteDate(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
