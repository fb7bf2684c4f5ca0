using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>How a value of a setting is entered.</summary>
public enum SettingInput
{
    Line,
    Paragraph,
    Date,
    Number,

    /// <summary>One of several options.</summary>
    Choice,

    /// <summary>Any number of options.</summary>
    Checkboxes,
}

/// <summary>One of the values to choose from.</summary>
public sealed record SettingOption(string Value, LocalizedText Name);

/// <summary>An input of a form of the settings.</summary>
public sealed record SettingField(string Name, SettingInput Input, LocalizedText Label)
{
    public LocalizedText? Hint { get; init; }

    public bool IsRequired { get; init; } = true;

    public int MaxLength { get; init; } = 200;

    /// <summary>The language of what is entered, for screen readers and spelling; null when it is no prose.</summary>
    public Lang? Lang { get; init; }

    public IReadOnlyList<SettingOption> Options { get; init; } = [];

    /// <summary>Two lines for a name in both languages.</summary>
    public static IReadOnlyList<SettingField> CreateNames() =>
        [
            new("vi", SettingInput.Line, SettingFormTexts.NameVi) { Lang = Knowledge.Lang.Vi },
            new("en", SettingInput.Line, SettingFormTexts.NameEn) { Lang = Knowledge.Lang.En },
        ];
}

/// <summary>Why the value of a field cannot be saved.</summary>
/// <param name="Field">The name of the field; null when no single one is to blame.</param>
public sealed record SettingProblem(string? Field, LocalizedText Text);

/// <summary>One entry of a list of settings.</summary>
/// <param name="Key">Names the entry in addresses.</param>
/// <param name="Lines">What is set.</param>
public sealed record SettingItem(string Key, LocalizedText Title, IReadOnlyList<LocalizedText> Lines)
{
    /// <summary>Shown folded, after the others.</summary>
    public bool IsPast { get; init; }

    public bool CanBeRemoved { get; init; } = true;

    /// <summary>Why the entry does not do what it seems to; null when it does.</summary>
    public LocalizedText? Warning { get; init; }
}
