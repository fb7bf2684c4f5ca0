using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Files;

/// <summary>What became of files, in words.</summary>
internal static class FileWords
{
    public static string Of(FileReceipt.Refused refused, Lang lang, CaseFileOptions limits)
    {
        var texts = FileTexts.For(lang);
        return refused.Problem switch
        {
            FileProblem.TooLarge => texts.TooLarge.With(
                refused.Name,
                Say.Number(decimal.Round(limits.FileLimit / (1024m * 1024m), 1), lang)
            ),
            FileProblem.Empty => texts.Empty.With(refused.Name),
            FileProblem.TypeNotTaken => texts.TypeNotTaken.With(
                refused.Name,
                string.Join(", ", FileKinds.All.Select(kind => kind.Extension[1..]))
            ),
            FileProblem.NotWhatItSays => texts.NotWhatItSays.With(refused.Name),
            FileProblem.Macros => texts.Macros.With(refused.Name),
            FileProblem.Damaged => texts.Damaged.With(refused.Name),
            FileProblem.TooMany => texts.TooMany.With(refused.Name, limits.PerCase.ToString(CultureInfo.InvariantCulture)),
            _ => texts.NotHandedOver.With(refused.Name),
        };
    }
}
