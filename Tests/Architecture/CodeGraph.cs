using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>
/// Which source file uses which, by the names that the compiler resolves: aliases, qualified names, extension methods and pages included,
/// which a search for <c>using</c> lines does not see. Pages are read as the C# that the Razor compiler made of them at the last build.
/// </summary>
internal sealed class CodeGraph
{
    private static readonly Lazy<CodeGraph> Shared = new(() => new CodeGraph());

    private readonly ConcurrentDictionary<(string From, string To), string> uses = new();

    private CodeGraph()
    {
        var knowledge = Compile("Knowledge", []);
        var bot = Compile("Bot", [knowledge.ToMetadataReference()]);
        Parallel.ForEach(knowledge.SyntaxTrees, tree => Read(knowledge, tree));
        Parallel.ForEach(bot.SyntaxTrees, tree => Read(bot, tree));
    }

    public static CodeGraph Current => Shared.Value;

    /// <summary>Each pair of files of which the first uses a name of the second, with such a name.</summary>
    public IEnumerable<(string From, string To, string Name)> Uses => uses.Select(use => (use.Key.From, use.Key.To, use.Value));

    private static CSharpCompilation Compile(string project, IEnumerable<MetadataReference> ours)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = Repository
            .Files(project, ".cs")
            .Concat(Generated(project))
            .AsParallel()
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.Combine(file)), options, file))
            .ToList();
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var references = platform
            .Where(path => !Path.GetFileName(path).StartsWith("PolicyAssistantBot", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(project, trees, [.. references, .. ours], new(OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>What the compiler added at the last build: implicit usings and the pages, those of deleted pages left out.</summary>
    private static IEnumerable<string> Generated(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var folder = Repository.Combine(project, "obj", output.Parent!.Name, output.Name);
        return Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                path.EndsWith(".GlobalUsings.g.cs", StringComparison.Ordinal)
                || (path.EndsWith("_razor.g.cs", StringComparison.Ordinal) && PageOf(path) is { } page && File.Exists(page))
            )
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));
    }

    /// <summary>The page that a generated file was made of: its first line is <c>#pragma checksum "path" …</c>.</summary>
    private static string? PageOf(string generated) =>
        File.ReadLines(generated).FirstOrDefault(line => line.StartsWith("#pragma checksum", StringComparison.Ordinal))?.Split('"')[1];

    private static string SourceOf(SyntaxTree tree) =>
        tree.FilePath.EndsWith("_razor.g.cs", StringComparison.Ordinal)
            ? Path.GetRelativePath(Repository.Root, PageOf(Repository.Combine(tree.FilePath))!).Replace('\\', '/')
            : tree.FilePath;

    private void Read(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        var from = SourceOf(tree);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol?.OriginalDefinition;
            if (
                symbol
                is null
                    or INamespaceSymbol
                    or ILocalSymbol
                    or IParameterSymbol
                    or ITypeParameterSymbol
                    or IRangeVariableSymbol
                    or ILabelSymbol
            )
            {
                continue;
            }

            foreach (var declared in symbol.DeclaringSyntaxReferences)
            {
                var to = SourceOf(declared.SyntaxTree);
                if (to != from && !to.Contains("/obj/", StringComparison.Ordinal) && !from.Contains("/obj/", StringComparison.Ordinal))
                {
                    uses.TryAdd((from, to), symbol.Name);
                }
            }
        }
    }
}
