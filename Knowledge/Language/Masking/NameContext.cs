namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>What the words before a place say about it.</summary>
internal enum NameContext
{
    None,

    /// <summary>A capitalised given name may follow: "gửi cho", "của".</summary>
    Mention,

    /// <summary>A title that is also another word: "chi", "ba", "a".</summary>
    UnmarkedTitle,

    /// <summary>A position: "giám đốc".</summary>
    Role,

    Title,

    /// <summary>A name follows: "tôi tên là".</summary>
    Introduction,
}
