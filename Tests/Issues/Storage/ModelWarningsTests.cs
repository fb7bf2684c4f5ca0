using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Tests.Issues.Storage;

/// <summary>
/// Each start logged two warnings, because Entity Framework could not see a change inside a stored dictionary: it compared references.
/// </summary>
public sealed class ModelWarningsTests
{
    [Fact]
    public void The_model_is_built_without_a_warning()
    {
        var options = new DbContextOptionsBuilder<AssistantDb>()
            .UseSqlite("Data Source=:memory:")
            .ConfigureWarnings(warnings => warnings.Throw(CoreEventId.CollectionWithoutComparer))
            .Options;
        using var db = new AssistantDb(options);
        Assert.NotEmpty(db.Model.GetEntityTypes());
    }
}
