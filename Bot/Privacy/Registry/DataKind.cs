namespace PolicyAssistantBot.Privacy.Registry;

/// <summary>The kinds of stored data, each with its own retention period; see <see cref="Retention.RetentionOptions"/>.</summary>
internal enum DataKind
{
    /// <summary>Messages, the memory of conversations, unsent forms, conversation references.</summary>
    Transcript,

    /// <summary>Questions and answers for improving the articles, votes, corrections that were sent.</summary>
    QuestionLog,

    /// <summary>Files that were uploaded in the chat and do not belong to a case.</summary>
    Uploads,

    /// <summary>Requests with their files, notes and history.</summary>
    Cases,

    Mails,

    /// <summary>What officials typed about a case and did not send.</summary>
    Drafts,

    /// <summary>One-time codes.</summary>
    Codes,

    /// <summary>How many tokens the language model used for a person.</summary>
    ModelUse,

    /// <summary>Which official viewed which case.</summary>
    ViewLog,

    /// <summary>Accounts of officials and what belongs to them.</summary>
    Accounts,

    /// <summary>Failed sign-ins.</summary>
    SignIns,

    /// <summary>Measurements of cases and scores, without reference to a person.</summary>
    Figures,

    /// <summary>The record that an erasure took place, with a digest instead of the person's id.</summary>
    Erasures,

    /// <summary>Documents and counters of the desk; nothing about askers.</summary>
    Settings,
}
