using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Texts;

/// <summary>Every sentence exists in both languages, with the same placeholders.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<Type> Sets() =>
        [
            .. typeof(ChatTexts)
                .Assembly.GetTypes()
                .Where(type =>
                    type.Namespace == typeof(ChatTexts).Namespace
                    && type.GetProperty("Vi", BindingFlags.Static | BindingFlags.Public)?.PropertyType == type
                ),
        ];

    [Fact]
    public void The_sets_are_found() => Assert.True(Sets().Count >= 6);

    [Theory]
    [MemberData(nameof(Sets))]
    public void Both_languages_say_the_same_things(Type set)
    {
        var (vi, en) = (Sentences(set, "Vi"), Sentences(set, "En"));
        Assert.Equal(vi.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in vi)
        {
            Assert.False(string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(en[name]), name);
            Assert.Equal(Placeholders(text), Placeholders(en[name]));
        }
    }

    [Fact]
    public void Every_status_kind_size_and_field_has_its_words()
    {
        Assert.Equal(Enum.GetValues<RequestStatus>(), CaseTexts.Vi.Statuses.Keys.Order());
        Assert.Equal(Enum.GetValues<RequestKind>(), RequestTexts.Vi.Kinds.Keys.Order());
        Assert.Equal(Enum.GetValues<EnterpriseSize>(), RequestTexts.Vi.Sizes.Keys.Order());
        Assert.Equal(Enum.GetValues<RequestField>(), RequestTexts.Vi.Labels.Keys.Order());
        Assert.Equal(Enum.GetValues<RequestField>(), RequestTexts.Vi.Questions.Keys.Order());
    }

    private static Dictionary<string, string> Sentences(Type set, string language)
    {
        var instance = set.GetProperty(language, BindingFlags.Static | BindingFlags.Public)!.GetValue(null);
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in set.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var value = property.GetValue(instance);
            if (value is string text)
            {
                sentences[property.Name] = text;
            }
            else if (value is IReadOnlyList<string> list)
            {
                sentences = list.Select((item, i) => (Key: $"{property.Name}{i}", item))
                    .Aggregate(
                        sentences,
                        (all, pair) =>
                        {
                            all[pair.Key] = pair.item;
                            return all;
                        }
                    );
            }
            else if (value is IEnumerable pairs)
            {
                foreach (dynamic pair in pairs)
                {
                    sentences[$"{property.Name}.{pair.Key}"] = pair.Value;
                }
            }
        }

        return sentences;
    }

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholder();
}
