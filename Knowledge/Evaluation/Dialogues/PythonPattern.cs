using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

/// <summary>A regular expression in Python's syntax, matched case-insensitively.</summary>
/// <param name="Source">The original expression.</param>
public sealed record PythonPattern(string Source, Regex Regex)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentException">The text is not a regular expression.</exception>
    public static PythonPattern Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(source, new Regex(Translate(source.Normalize()), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout));
    }

    public bool IsMatch(string text) => Regex.IsMatch(text);

    /// <summary>
    /// Translates what .NET writes differently: named groups, <c>{,n}</c>, <c>\Z</c>, an inline <c>u</c> flag, a bracket within a class.
    /// </summary>
    private static string Translate(string source)
    {
        var text = new StringBuilder(source.Length);
        var isClass = false;
        for (var i = 0; i < source.Length; i++)
        {
            var rest = source.AsSpan(i);
            if (source[i] == '\\' && i + 1 < source.Length)
            {
                text.Append('\\').Append(!isClass && source[i + 1] == 'Z' ? 'z' : source[i + 1]);
                i++;
            }
            else if (isClass)
            {
                text.Append(source[i] == '[' ? "\\[" : source[i]);
                isClass = source[i] != ']';
            }
            else if (source[i] == '[')
            {
                // A closing bracket at the beginning of a class is a literal character.
                var head = rest.StartsWith("[^]") || rest.StartsWith("[]") ? rest[..(rest[1] == '^' ? 3 : 2)] : "[";
                text.Append(head);
                i += head.Length - 1;
                isClass = true;
            }
            else if (rest.StartsWith("(?P<"))
            {
                text.Append("(?<");
                i += 3;
            }
            else if (rest.StartsWith("(?P=") && rest.IndexOf(')') is > 4 and var end)
            {
                text.Append("\\k<").Append(rest[4..end]).Append('>');
                i += end;
            }
            else if (rest.StartsWith("(?u)") || rest.StartsWith("(?a)"))
            {
                i += 3;
            }
            else
            {
                text.Append(rest.StartsWith("{,") ? "{0" : source[i]);
            }
        }

        return text.ToString();
    }
}
