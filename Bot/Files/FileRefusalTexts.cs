using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Files;

/// <summary>Explains to a person why a file was not accepted.</summary>
internal static class FileRefusalTexts
{
    public static LocalizedText Explain(FileReceipt.Refused refused, CaseFileOptions limits) =>
        new(Explain(refused, Lang.Vi, limits), Explain(refused, Lang.En, limits));

    public static string Explain(FileReceipt.Refused refused, Lang lang, CaseFileOptions limits)
    {
        return refused.Problem switch
        {
            FileProblem.TooLarge => FileTexts.TooLarge.With(
                lang,
                refused.Name,
                LocalFormat.Number(decimal.Round(limits.FileLimit / (1024m * 1024m), 1), lang)
            ),
            FileProblem.Empty => FileTexts.Empty.With(lang, refused.Name),
            FileProblem.TypeNotAccepted when IsPhonePicture(refused.Name) => FileTexts.PhonePicture.With(lang, refused.Name),
            FileProblem.TypeNotAccepted => FileTexts.TypeNotAccepted.With(
                lang,
                refused.Name,
                string.Join(", ", FileKinds.All.Select(kind => kind.Extension[1..]))
            ),
            FileProblem.ContentMismatch => FileTexts.ContentMismatch.With(lang, refused.Name),
            FileProblem.Macros => FileTexts.Macros.With(lang, refused.Name),
            FileProblem.ActiveContent => FileTexts.ActiveContent.With(lang, refused.Name),
            FileProblem.Damaged => FileTexts.Damaged.With(lang, refused.Name),
            FileProblem.TooMany => FileTexts.TooMany.With(
                lang,
                refused.Name,
                limits.MaxFilesPerSide.ToString(CultureInfo.InvariantCulture)
            ),
            _ => FileTexts.FetchFailed.With(lang, refused.Name),
        };
    }

    /// <summary>Cameras of Apple's devices write HEIC, which the computers of the officials do not show.</summary>
    private static bool IsPhonePicture(string name) => Path.GetExtension(name).ToUpperInvariant() is ".HEIC" or ".HEIF";
}
