using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyAssistantBot.Storage;

/// <summary>
/// The names under which the members of an enum are stored: that of <see cref="EnumMemberAttribute"/>, else the member's own. A member can
/// so be renamed without a migration of the rows that older versions stored.
/// </summary>
internal static class StoredEnumNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Names = Enum.GetNames<TEnum>()
        .ToFrozenDictionary(
            Enum.Parse<TEnum>,
            name => typeof(TEnum).GetField(name)!.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? name
        );

    private static readonly FrozenDictionary<string, TEnum> Members = Names.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    /// <summary>For a column of Entity Framework.</summary>
    public static ValueConverter<TEnum, string> Converter { get; } = new(member => GetName(member), name => Parse(name));

    public static string GetName(TEnum member) => Names[member];

    private static TEnum Parse(string name) => Members[name];
}
