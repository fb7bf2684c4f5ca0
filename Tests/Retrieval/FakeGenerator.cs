using Microsoft.Extensions.AI;
using PolicyAssistantBot.Tests.Model;

namespace PolicyAssistantBot.Tests.Retrieval;

/// <summary>The vectors of <see cref="FakeEmbeddings"/> without the service.</summary>
internal sealed class FakeGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Lock sync = new();
    private readonly List<string> texts = [];
    private int calls;

    /// <summary>The model name of the vectors.</summary>
    public string Model { get; set; } = "test";

    /// <summary>The number of the last call that succeeds; null if all succeed.</summary>
    public int? LastSuccessfulCall { get; set; }

    public int Calls => Volatile.Read(ref calls);

    /// <summary>The texts of the calls that succeeded.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (sync)
            {
                return [.. texts];
            }
        }
    }

    /// <summary>Clears the recorded texts.</summary>
    public void Clear()
    {
        lock (sync)
        {
            texts.Clear();
        }
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        if (Interlocked.Increment(ref calls) > LastSuccessfulCall)
        {
            throw new HttpRequestException("no");
        }

        string[] asked = [.. values];
        lock (sync)
        {
            texts.AddRange(asked);
        }

        return Task.FromResult(
            new GeneratedEmbeddings<Embedding<float>>(asked.Select(text => new Embedding<float>(FakeEmbeddings.Vector(text))))
        );
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(defaultModelId: Model) : null;

    public void Dispose() { }
}
