namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>Files that depend on each other can only be understood together, so at most three may form a cycle.</summary>
public sealed class CycleTests
{
    private const int MaxFiles = 3;

    [Fact]
    public void No_more_than_three_files_need_each_other()
    {
        var uses = FileDependencies.Current.Uses.ToLookup(use => use.From, use => use.To, StringComparer.Ordinal);
        var large =
            from files in StronglyConnected(uses)
            where files.Count > MaxFiles
            let dependencies = FileDependencies.Current.Uses.Where(use => files.Contains(use.From) && files.Contains(use.To))
            let edges = dependencies.Select(use => $"{use.From} uses {use.Name} of {use.To}").Order(StringComparer.Ordinal)
            select $"{files.Count}:\n  {string.Join("\n  ", edges)}";
        Assert.True(!large.Any(), string.Join("\n", large));
    }

    /// <summary>Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1(2), 1972.</summary>
    private static List<List<string>> StronglyConnected(ILookup<string, string> uses)
    {
        var (number, low) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var (stack, onStack, components) = (new Stack<string>(), new HashSet<string>(StringComparer.Ordinal), new List<List<string>>());
        foreach (var file in uses.Select(group => group.Key))
        {
            if (!number.ContainsKey(file))
            {
                Visit(file);
            }
        }

        return components;

        void Visit(string file)
        {
            number[file] = low[file] = number.Count;
            stack.Push(file);
            onStack.Add(file);
            foreach (var used in uses[file])
            {
                if (!number.TryGetValue(used, out var reached))
                {
                    Visit(used);
                    low[file] = Math.Min(low[file], low[used]);
                }
                else if (onStack.Contains(used))
                {
                    low[file] = Math.Min(low[file], reached);
                }
            }

            if (low[file] != number[file])
            {
                return;
            }

            var component = new List<string>();
            string top;
            do
            {
                top = stack.Pop();
                onStack.Remove(top);
                component.Add(top);
            } while (top != file);
            components.Add(component);
        }
    }
}
