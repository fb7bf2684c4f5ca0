using PolicyAssistantBot.Access;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>The files of a form, attached to the official's next reply.</summary>
internal static class ReplyFileUpload
{
    /// <param name="seenVersion">The version of the case that the official looked at.</param>
    /// <returns>The files that were not accepted, each with the reason.</returns>
    public static async Task<IReadOnlyList<LocalizedText>> AddAsync(
        CaseFileService caseFiles,
        CaseNumber number,
        SignedInAccount account,
        IReadOnlyList<IFormFile> files,
        int seenVersion,
        CancellationToken cancellationToken
    )
    {
        var problems = new List<LocalizedText>();
        foreach (var file in files.Where(f => f.FileName.Length > 0))
        {
            await using var content = file.OpenReadStream();
            if (
                await caseFiles.AddForReplyAsync(number.ToString(), account.Id, content, file.FileName, seenVersion, cancellationToken)
                is FileReceipt.Refused refused
            )
            {
                problems.Add(FileRefusalTexts.Explain(refused, caseFiles.Options));
            }
        }

        return problems;
    }
}
