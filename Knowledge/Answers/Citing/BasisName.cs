using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers.Citing;

/// <summary>The legal basis of an article in words: the document, with its name where the register has it, and the clause.</summary>
public static class BasisName
{
    /// <param name="hasTitle">Also says what a registered document is about.</param>
    public static string Compose(LegalBasis basis, LegalRegister register, Lang lang, bool hasTitle = false)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(register);
        var document = register.Find(basis.Document) switch
        {
            { } registered when hasTitle => $"{registered.Name[lang]} ({registered.Title[lang]})",
            { } registered => registered.Name[lang],
            null => LocalFormat.Document(DocumentNames.Translate(basis.Document, lang), lang),
        };
        return LocalFormat.Clause(basis.Clause, lang) is { } clause ? $"{document}, {clause}" : document;
    }
}
