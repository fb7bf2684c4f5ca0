namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>Keeps the articles of the last reading, so that a change of one file does not read all of them again. Not thread-safe.</summary>
internal sealed class ArticleCache
{
    private readonly Dictionary<string, (string Text, ArticleReadResult Result)> resultByPath = new(StringComparer.Ordinal);

    public ArticleReadResult Read(ArticleFile file)
    {
        if (resultByPath.TryGetValue(file.Path, out var known) && known.Text == file.Text)
        {
            return known.Result;
        }

        var result = ArticleReader.Read(file.Path, file.Text);
        resultByPath[file.Path] = (file.Text, result);
        return result;
    }

    /// <summary>Forgets the files that are gone.</summary>
    public void RemoveOthers(IReadOnlyList<ArticleFile> files)
    {
        foreach (var path in resultByPath.Keys.Except(files.Select(file => file.Path), StringComparer.Ordinal).ToList())
        {
            resultByPath.Remove(path);
        }
    }
}
