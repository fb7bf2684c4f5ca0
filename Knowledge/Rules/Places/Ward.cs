namespace PolicyAssistantBot.Knowledge.Rules.Places;

public enum WardType
{
    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Xã.</summary>
    Commune,
}

/// <summary>One of the 126 wards and communes of Hanoi since 1 July 2025 (Decision 19/2025/QĐ-TTg).</summary>
/// <param name="Code">The official code of five digits.</param>
/// <param name="AltSpelling">The same name with the tone mark placed the other way (<c>Hòa</c> for <c>Hoà</c>).</param>
/// <param name="FormerDistricts">The districts to which its parts belonged until 30 June 2025, such as <c>Quận Cầu Giấy</c>.</param>
/// <param name="FormedFrom">The former units from which it was formed, wholly or in part.</param>
public sealed record Ward(
    string Code,
    string Name,
    WardType Type,
    string NameEn,
    string? AltSpelling,
    IReadOnlyList<string> FormerDistricts,
    IReadOnlyList<FormerUnit> FormedFrom
)
{
    /// <summary>The name with its type, as it must be shown: <c>Phường Nghĩa Đô</c>, <c>Nghia Do Ward</c>.</summary>
    public LocalizedText FullName { get; } =
        new($"{(Type == WardType.Ward ? "Phường" : "Xã")} {Name}", $"{NameEn} {(Type == WardType.Ward ? "Ward" : "Commune")}");

    public bool Equals(Ward? other) => other is not null && Code == other.Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A ward, commune or township as it was until 30 June 2025.</summary>
/// <param name="Type">Phường, Xã or Thị trấn.</param>
/// <param name="District">The district, only when the name is not unique without it.</param>
public sealed record FormerUnit(string Type, string Name, string? District);

/// <summary>The result of looking up a ward by typed text.</summary>
public abstract record WardMatch
{
    private WardMatch() { }

    /// <param name="Note">A note to show with the ward when the name was corrected or is also the name of a former district.</param>
    public sealed record Found(Ward Ward, LocalizedText? Note) : WardMatch;

    /// <summary>The user must choose. A former name is never replaced by a current ward without asking, even with one candidate.</summary>
    public sealed record Ambiguous(IReadOnlyList<Ward> Candidates, LocalizedText Reason) : WardMatch;

    /// <param name="MostSimilar">The three wards with the most similar names.</param>
    public sealed record Unknown(IReadOnlyList<Ward> MostSimilar) : WardMatch;
}
