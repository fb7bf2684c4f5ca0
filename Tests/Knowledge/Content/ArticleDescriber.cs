using System.Collections;
using System.Globalization;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

/// <summary>All properties of an object with those of its parts as text: equal texts mean equal contents.</summary>
internal static class ArticleDescriber
{
    public static string Describe(object? value) =>
        value switch
        {
            null => "null",
            string text => text,
            IEnumerable items => $"[{string.Join("; ", items.Cast<object?>().Select(Describe))}]",
            _ when value.GetType().IsPrimitive || value.GetType().Namespace == nameof(System) => Convert.ToString(
                value,
                CultureInfo.InvariantCulture
            )!,
            Enum => value.ToString()!,
            _ =>
                $"{{{string.Join(", ", value.GetType().GetProperties().Where(one => one.GetIndexParameters().Length == 0).Select(one => $"{one.Name}: {Describe(one.GetValue(value))}"))}}}",
        };
}
