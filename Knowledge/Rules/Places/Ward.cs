namespace PolicyAssistantBot.Knowledge.Rules.Places;

public enum WardType
{
    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Xã.</summary>
    Commune,
}

/// <summary>One of the 126 wards and communes of Hanoi since 1 July 2025 (Decision 19/2025/QĐ-TTg).</summary>
/// <param name="Code">Five digits.</param>
/// <param name="AltSpelling">The same name with the tone mark placed the other way (<c>Hòa</c> for <c>Hoà</c>).</param>
/// <param name="OldDistricts">The districts, until 30 June 2025, that its parts belonged to, such as <c>Quận Cầu Giấy</c>.</param>
/// <param name="FormedFrom">The old units that it was formed from, whole or in part.</param>
public sealed record Ward(
    string Code,
    string Name,
    WardType Type,
    string NameEn,
    string? AltSpelling,
    IReadOnlyList<string> OldDistricts,
    IReadOnlyList<FormerUnit> FormedFrom
)
{
    /// <summary>With its type, as it must be shown: <c>Phường Nghĩa Đô</c>, <c>Nghia Do Ward</c>.</summary>
    public LocalizedText FullName { get; } =
        new($"{(Type == WardType.Ward ? "Phường" : "Xã")} {Name}", $"{NameEn} {(Type == WardType.Ward ? "Ward" : "Commune")}");

    public bool Equals(Ward? other) => other is not null && Code == other.Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A ward, commune or township as it was until 30 June 2025.</summary>
/// <param name="Type">Phường, Xã or Thị trấn.</param>
/// <param name="District">Set only where the name alone is ambiguous.</param>
public sealed record FormerUnit(string Type, string Name, string? District);

/// <summary>What came of looking up a ward by what someone typed.</summary>
public abstract record WardMatch
{
    private WardMatch() { }

    /// <param name="Note">Explains that the name was corrected, or that it was also the name of an old district.</param>
    public sealed record Found(Ward Ward, LocalizedText? Note) : WardMatch;

    /// <summary>The one who typed chooses. An old name is never turned into a new ward without asking, even with one candidate.</summary>
    public sealed record Ambiguous(IReadOnlyList<Ward> Candidates, LocalizedText Reason) : WardMatch;

    /// <param name="Nearest">The three names most like it.</param>
    public sealed record Unknown(IReadOnlyList<Ward> Nearest) : WardMatch;
}
