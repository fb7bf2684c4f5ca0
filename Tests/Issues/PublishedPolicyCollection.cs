namespace PolicyAssistantBot.Tests.Issues;

/// <summary>Tests that publish another policy for the whole process: no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PublishedPolicyCollection
{
    public const string Name = "published policy";
}
