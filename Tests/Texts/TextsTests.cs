using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Texts;

/// <summary>
/// Every text exists in both languages with the same placeholders: each <see cref="LocalizedText"/> in a static member of the product,
/// alone, in a list or in a dictionary, and each that a static method returns for an enum value.
/// </summary>
public sealed partial class TextsTests
{
    private const BindingFlags StaticMembers =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Product = [typeof(ChatTexts).Assembly, typeof(LocalizedText).Assembly];

    /// <summary>A matter without a responsible authority.</summary>
    private static readonly HashSet<string> EmptyOnPurpose = new(StringComparer.Ordinal) { "MatterPolicy.NoBody" };

    private static List<Type> Types { get; } =
    [.. Product.SelectMany(assembly => assembly.GetTypes()).Where(type => TextsOf(type).Count > 0)];

    public static TheoryData<Type> TextOwners() => [.. Types];

    [Fact]
    public void All_texts_are_found()
    {
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "ChatTexts",
                "RequestTexts",
                "MailTexts",
                "NoticeTexts",
                "DeskTexts",
                "CaseWorkTexts",
                "AccessTexts",
                "InsightTexts",
                "RecallTexts",
            },
            Types.Select(type => type.Name).ToHashSet(StringComparer.Ordinal)
        );
        Assert.True(Types.Sum(type => TextsOf(type).Count) > 700);
    }

    [Theory]
    [MemberData(nameof(TextOwners))]
    public void Both_languages_have_the_same_placeholders(Type holder)
    {
        foreach (var (name, text) in TextsOf(holder))
        {
            var isEmpty = string.IsNullOrWhiteSpace(text.Vi) || string.IsNullOrWhiteSpace(text.En);
            Assert.False(isEmpty && !EmptyOnPurpose.Contains($"{holder.Name}.{name}"), $"{holder.Name}.{name} is empty");
            Assert.True(
                PlaceholdersOf(text.Vi).SetEquals(PlaceholdersOf(text.En)),
                $"{holder.Name}.{name} has other placeholders in the other language: “{text.Vi}” / “{text.En}”"
            );
        }
    }

    /// <summary>No class may keep separate text sets per language.</summary>
    [Fact]
    public void No_type_holds_the_texts_of_one_language()
    {
        var sets =
            from assembly in Product
            from type in assembly.GetTypes()
            where type.GetProperty("Vi", StaticMembers)?.PropertyType == type
            select type.Name;

        Assert.Empty(sets);
    }

    [Fact]
    public void Every_status_kind_size_and_reason_has_a_text()
    {
        Assert.Equal(Enum.GetValues<CaseStatus>(), CaseTexts.StatusNames.Keys.Order());
        Assert.Equal(Enum.GetValues<RequestKind>(), FieldTexts.KindNames.Keys.Order());
        Assert.Equal(Enum.GetValues<EnterpriseSize>(), FieldTexts.SizeNames.Keys.Order());
        Assert.Equal(Enum.GetValues<CloseReason>(), NoticeTexts.CloseReasonNames.Keys.Order());
    }

    private static List<(string Name, LocalizedText Text)> TextsOf(Type type)
    {
        var found = new List<(string, LocalizedText)>();
        if (type.ContainsGenericParameters || type.Name.Contains('<', StringComparison.Ordinal))
        {
            return found;
        }

        foreach (var field in type.GetFields(StaticMembers).Where(field => IsTextProperty(field.FieldType)))
        {
            Add(field.Name, field.GetValue(null));
        }

        foreach (
            var property in type.GetProperties(StaticMembers)
                .Where(property => IsTextProperty(property.PropertyType) && property.GetIndexParameters().Length == 0)
        )
        {
            Add(property.Name, property.GetValue(null));
        }

        foreach (
            var method in type.GetMethods(StaticMembers)
                .Where(method => method.ReturnType == typeof(LocalizedText) && !method.IsSpecialName)
        )
        {
            if (method.GetParameters() is [{ ParameterType: { IsEnum: true } values }])
            {
                foreach (var value in Enum.GetValues(values))
                {
                    Add($"{method.Name}({value})", method.Invoke(null, [value]));
                }
            }
        }

        return found;

        void Add(string name, object? value)
        {
            switch (value)
            {
                case LocalizedText text:
                    found.Add((name, text));
                    break;
                case IDictionary pairs:
                    foreach (DictionaryEntry pair in pairs)
                    {
                        Add($"{name}[{pair.Key}]", pair.Value);
                    }

                    break;
                case IEnumerable items and not string:
                    var i = 0;
                    foreach (var item in items)
                    {
                        Add($"{name}[{i++}]", item);
                    }

                    break;
            }
        }
    }

    private static bool IsTextProperty(Type type) =>
        type == typeof(LocalizedText)
        || (type.IsArray && IsTextProperty(type.GetElementType()!))
        || (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments().Any(IsTextProperty));

    private static HashSet<string> PlaceholdersOf(string text) =>
        PlaceholderRegex().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex PlaceholderRegex();
}
