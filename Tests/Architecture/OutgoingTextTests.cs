using System.Reflection;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>User input reaches external services only as <see cref="OutgoingText"/>, which is masked.</summary>
public sealed partial class OutgoingTextTests
{
    /// <summary>The files that call a language model, an embedding service or a search service.</summary>
    private static readonly string[] Clients =
    [
        "Knowledge/Answers/Model/ModelCall.cs",
        "Knowledge/Answers/Model/OpenAiClients.cs",
        "Knowledge/Search/External/EmbeddingRetriever.cs",
        "Bot/Retrieval/AzureSearchRetriever.cs",
        "Bot/Retrieval/AzureSearchClients.cs",
        "Bot/Retrieval/AzureSearchSynchronizer.cs",
    ];

    /// <summary>The files that send published text.</summary>
    private static readonly string[] Publishers =
    [
        "Knowledge/Answers/Model/AnswerWording.cs",
        "Knowledge/Answers/Model/QuestionRewriter.cs",
        "Knowledge/Search/External/EmbeddingRetriever.cs",
    ];

    [Fact]
    public void Only_these_files_use_the_clients_of_such_services()
    {
        var offenders =
            from folder in new[] { "Bot", "Knowledge" }
            from file in SourceTree.Files(folder, ".cs", ".razor")
            where !Clients.Contains(file)
            from line in File.ReadLines(SourceTree.Combine(file)).Index()
            where ClientTypeRegex().IsMatch(line.Item) && !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal)
            select $"{file}:{line.Index + 1}: {line.Item.Trim()}";
        Assert.Empty(offenders);
    }

    [Fact]
    public void Only_these_files_send_text_that_is_not_masked()
    {
        var offenders =
            from folder in new[] { "Bot", "Knowledge" }
            from file in SourceTree.Files(folder, ".cs", ".razor")
            where !Publishers.Contains(file)
            where
                File.ReadAllText(SourceTree.Combine(file))
                    .Contains($"{nameof(OutgoingText)}.{nameof(OutgoingText.FromPublicText)}(", StringComparison.Ordinal)
            select file;
        Assert.Empty(offenders);
    }

    [Fact]
    public void The_services_take_no_plain_text()
    {
        Assert.Empty(typeof(OutgoingText).GetConstructors());
        var plain =
            from type in new[]
            {
                typeof(ModelCall),
                typeof(EmbeddingRetriever),
                typeof(IExternalRetriever),
                typeof(RetrieverGuard),
                typeof(OutgoingData),
            }
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            from parameter in method.GetParameters()
            where IsText(parameter.ParameterType) && parameter.Name is not "name"
            select $"{type.Name}.{method.Name}({parameter.Name})";
        Assert.Empty(plain);
    }

    private static bool IsText(Type type) =>
        type == typeof(string)
        || (type.IsGenericType && !type.IsAssignableTo(typeof(Delegate)) && type.GetGenericArguments().Contains(typeof(string)));

    [GeneratedRegex(
        @"\b(?:ChatClient|EmbeddingClient|OpenAIClient|AzureOpenAIClient|IChatClient|IEmbeddingGenerator|SearchClient|SearchIndexClient)\b"
    )]
    private static partial Regex ClientTypeRegex();
}
