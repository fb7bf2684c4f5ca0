using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>
/// Which source file uses which, by the symbols that the compiler resolves, including aliases, qualified names, extension methods and
/// pages, which a search for <c>using</c> lines would miss. Pages are read as the C# that the Razor compiler generated at the last build.
/// </summary>
internal sealed class FileDependencies
{
    private static readonly Lazy<FileDependencies> Shared = new(() => new FileDependencies());

    private readonly ConcurrentDictionary<(string From, string To), string> uses = new();

    private FileDependencies()
    {
        var knowledge = Compile("Knowledge", []);
        var bot = Compile("Bot", [knowledge.ToMetadataReference()]);
        Parallel.ForEach(knowledge.SyntaxTrees, tree => CollectUses(knowledge, tree));
        Parallel.ForEach(bot.SyntaxTrees, tree => CollectUses(bot, tree));
    }

    public static FileDependencies Current => Shared.Value;

    /// <summary>Pairs of files of which the first uses a symbol of the second, with the name of one such symbol.</summary>
    public IEnumerable<(string From, string To, string Name)> Uses => uses.Select(use => (use.Key.From, use.Key.To, use.Value));

    private static CSharpCompilation Compile(string project, IEnumerable<MetadataReference> ownReferences)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = SourceTree
            .Files(project, ".cs")
            .Concat(GeneratedFiles(project))
            .AsParallel()
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(SourceTree.Combine(file)), options, file))
            .ToList();
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var references = platform
            .Where(path => !Path.GetFileName(path).StartsWith("PolicyAssistantBot", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(project, trees, [.. references, .. ownReferences], new(OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>Files generated at the last build: implicit usings and pages that still exist.</summary>
    private static IEnumerable<string> GeneratedFiles(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var folder = SourceTree.Combine(project, "obj", output.Parent!.Name, output.Name);
        return Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                path.EndsWith(".GlobalUsings.g.cs", StringComparison.Ordinal)
                || (path.EndsWith("_razor.g.cs", StringComparison.Ordinal) && PageOf(path) is { } page && File.Exists(page))
            )
            .Select(path => Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/'));
    }

    /// <summary>The page from which a file was generated: its first line is <c>#pragma checksum "path" …</c>.</summary>
    private static string? PageOf(string generated) =>
        File.ReadLines(generated).FirstOrDefault(line => line.StartsWith("#pragma checksum", StringComparison.Ordinal))?.Split('"')[1];

    private static string SourceOf(SyntaxTree tree) =>
        tree.FilePath.EndsWith("_razor.g.cs", StringComparison.Ordinal)
            ? Path.GetRelativePath(SourceTree.Root, PageOf(SourceTree.Combine(tree.FilePath))!).Replace('\\', '/')
            : tree.FilePath;

    private void CollectUses(CSharpCompilation compilation, SyntaxTree tree)
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

            foreach (var declaration in symbol.DeclaringSyntaxReferences)
            {
                var to = SourceOf(declaration.SyntaxTree);
                if (to != from && !to.Contains("/obj/", StringComparison.Ordinal) && !from.Contains("/obj/", StringComparison.Ordinal))
                {
                    uses.TryAdd((from, to), symbol.Name);
                }
            }
        }
    }
}
