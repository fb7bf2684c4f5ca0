namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>Where the current articles come from: a folder of files, or the database of the service.</summary>
public interface IArticleSource
{
    /// <summary>Raised after <see cref="Current"/> or its problems changed.</summary>
    event EventHandler? Changed;

    /// <summary>An immutable set: take it once per question.</summary>
    ArticleSet Current { get; }
}
