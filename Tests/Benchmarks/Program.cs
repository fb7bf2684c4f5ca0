using PolicyAssistantBot.Benchmarks;
using PolicyAssistantBot.Benchmarks.Comparison;
using PolicyAssistantBot.Benchmarks.Peers;
using PolicyAssistantBot.Benchmarks.Profile;
using PolicyAssistantBot.Benchmarks.Start;
using PolicyAssistantBot.Benchmarks.Tail;
using PolicyAssistantBot.Benchmarks.Turn;

switch (args)
{
    case ["turn"]:
        await TurnBenchmark.RunAsync();
        break;
    case ["start", _, ..]:
        await StartCommand.RunAsync(args[1..]);
        break;
    case ["profile", ..]:
        await ProfileCommand.RunAsync(args[1..]);
        break;
    case ["peers", ..]:
        await PeersCommand.RunAsync(args[1..]);
        break;
    case ["peer", var kind]:
        await PeerProgram.RunAsync(kind);
        break;
    case ["tail", ..]:
        await TailCommand.RunAsync(args[1..]);
        break;
    case ["answers", ..]:
        AnswersCommand.Run(args[1..]);
        break;
    case ["decode", _, ..]:
        DecodeCommand.Run(args[1..]);
        break;
    case ["learn", ..]:
        LearnCommand.Run(args[1..]);
        break;
    case ["beir", _, ..]:
        BeirCommand.Run(args[1..]);
        break;
    case ["stages", _, ..]:
        StagesCommand.Run(args[1..]);
        break;
    case ["scale", ..]:
        ScaleCommand.Run(args[1..]);
        break;
    case ["compare", _, ..]:
        await CompareCommand.RunAsync(args[1..]);
        break;
    case ["vectors", var count, ..]:
        VectorsCommand.Run(
            int.Parse(count, System.Globalization.CultureInfo.InvariantCulture),
            args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 1_536
        );
        break;
    case ["retrievers", _, ..]:
        RetrieversCommand.Run(args[1..]);
        break;
    case ["desk", ..]:
        await DeskCommand.RunAsync(
            args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000,
            Arguments.Value(args, "--database"),
            Arguments.Value(args, "--data")
        );
        break;
    default:
        Console.WriteLine("usage: dotnet run -c Release --project Tests/Benchmarks -- turn");
        Console.WriteLine("       … start FOLDER… [--rounds 5] [--turns 0]");
        Console.WriteLine("       … profile [TURNS] [--conversations 64] [--rounds 1]");
        Console.WriteLine("       … peers [TURNS] [--conversations 16] [--rounds 3]");
        Console.WriteLine("       … tail [--minutes 10] [--rate 100] [--conversations 64]");
        Console.WriteLine("       … answers [QUESTIONS] [--rounds 5] [--dump FILE]");
        Console.WriteLine("       … learn [COPIES] [--rounds 3]");
        Console.WriteLine("       … beir DIR [--queries FILE] [--lang vi|en|auto] [--removed 0.5] [--json]");
        Console.WriteLine("       … scale [SIZE…] [--articles DIR] [--charts DIR]");
        Console.WriteLine("       … stages SIZE [--articles DIR]");
        Console.WriteLine("       … retrievers DIR…");
        Console.WriteLine("       … compare DIR… [--queries FILE] [--database CONNECTION]");
        Console.WriteLine("       … vectors COUNT [DIMENSIONS]");
        Console.WriteLine("       … desk [CASES] [--database CONNECTION] [--data DIR]");
        break;
}
