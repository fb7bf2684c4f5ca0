namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>Words of the matters to which a message can change; groups as in <see cref="PhraseGroups"/>.</summary>
public sealed record MatterWords
{
    public string Training { get; init; } = "";

    public string Loans { get; init; } = "";

    /// <summary>What is bought, sold or certified beside the support that has a ceiling.</summary>
    public string Business { get; init; } = "";

    public string Support { get; init; } = "";

    public string Tax { get; init; } = "";

    public string Sector { get; init; } = "";
}

/// <summary>Words around a bare value that tell what it is.</summary>
public sealed record FactWords
{
    public string Capital { get; init; } = "";

    public string Revenue { get; init; } = "";

    public string Contract { get; init; } = "";

    public string Employees { get; init; } = "";

    /// <summary>A sum of a year is a revenue; the capital is that of a day.</summary>
    public string Periods { get; init; } = "";

    /// <summary>Directly before a value that does not hold: "chứ không phải 97".</summary>
    public string Denials { get; init; } = "";

    /// <summary>Directly before a sum that names what somebody gives: "cái 300 triệu của Hà Nội".</summary>
    public string Things { get; init; } = "";

    /// <summary>Directly after such a sum.</summary>
    public string Givers { get; init; } = "";

    /// <summary>Directly before the number of a document, a form or a year.</summary>
    public string Documents { get; init; } = "";
}

/// <summary>Words with which a message goes back to an item of a list.</summary>
public sealed record ItemWords
{
    /// <summary>Before the item, without a meaning of their own.</summary>
    public string Leads { get; init; } = "";

    /// <summary>What an item is called: "câu 2", "mục (3)".</summary>
    public string Nouns { get; init; } = "";

    /// <summary>Between the noun and the number: "câu số 2".</summary>
    public string Fillers { get; init; } = "";

    /// <summary>After an ordinal: "the second one".</summary>
    public string Ordinals { get; init; } = "";

    /// <summary>The names of the first, the second and the third item, and of the last one.</summary>
    public string First { get; init; } = "";

    public string Second { get; init; } = "";

    public string Third { get; init; } = "";

    public string Last { get; init; } = "";

    /// <summary>A number before these counts something: "số 2 tỷ", "phần 3 năm".</summary>
    public string Units { get; init; } = "";
}
