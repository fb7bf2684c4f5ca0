using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>
/// The methods that a method may call, read from the compiled code: through async state machines, lambdas and every implementation of an
/// interface or override of ours. Methods of other assemblies are listed but not entered.
/// </summary>
internal static class CallGraph
{
    private static readonly Assembly[] Ours = [typeof(Program).Assembly, typeof(PolicyAssistantBot.Knowledge.Lang).Assembly];

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private static readonly Type[] AllTypes = [.. Ours.SelectMany(assembly => assembly.GetTypes())];

    private static readonly ConcurrentDictionary<MethodBase, IReadOnlyList<MethodBase>> Implementations = new();

    /// <summary>Every method that is reached, with the one that calls it.</summary>
    /// <param name="enters">Whether the calls of a method are followed.</param>
    public static Dictionary<MethodBase, MethodBase?> Reach(IEnumerable<MethodBase> from, Func<MethodBase, bool> enters)
    {
        var reached = new Dictionary<MethodBase, MethodBase?>();
        var open = new Queue<MethodBase>();
        foreach (var start in from)
        {
            reached[start] = null;
            open.Enqueue(start);
        }

        while (open.TryDequeue(out var method))
        {
            foreach (var called in Called(method).SelectMany(Targets))
            {
                if (reached.TryAdd(called, method) && Ours.Contains(called.Module.Assembly) && enters(called))
                {
                    open.Enqueue(called);
                }
            }
        }

        return reached;
    }

    /// <summary>How a method was reached, for the message of a test.</summary>
    public static string Path(Dictionary<MethodBase, MethodBase?> reached, MethodBase method)
    {
        var steps = new List<string>();
        for (MethodBase? step = method; step is not null; step = reached[step])
        {
            steps.Add($"{step.DeclaringType?.Name}.{step.Name}");
        }

        steps.Reverse();
        return string.Join(" > ", steps);
    }

    private static IEnumerable<MethodBase> Targets(MethodBase method)
    {
        var definition = Definition(method);
        return Implementations.GetOrAdd(definition, Implement).Prepend(definition);
    }

    private static List<MethodBase> Implement(MethodBase method)
    {
        if (method is not MethodInfo { IsVirtual: true, DeclaringType: { } declaring } virtualMethod || !Ours.Contains(declaring.Assembly))
        {
            return [];
        }

        var found = new List<MethodBase>();
        foreach (var type in AllTypes.Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            if (declaring is { IsInterface: true, IsGenericTypeDefinition: false } && declaring.IsAssignableFrom(type))
            {
                var map = type.GetInterfaceMap(declaring);
                found.Add(Definition(map.TargetMethods[Array.IndexOf(map.InterfaceMethods, virtualMethod)]));
            }
            else if (declaring.IsClass && type.IsSubclassOf(declaring))
            {
                found.AddRange(
                    type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                        .Where(own => own.GetBaseDefinition() == virtualMethod.GetBaseDefinition())
                );
            }
        }

        return found;
    }

    private static MethodBase Definition(MethodBase method)
    {
        if (method is MethodInfo { IsGenericMethod: true, IsGenericMethodDefinition: false } generic)
        {
            method = generic.GetGenericMethodDefinition();
        }

        return method.DeclaringType is { IsGenericType: true, IsGenericTypeDefinition: false } type
            ? MethodBase.GetMethodFromHandle(method.MethodHandle, type.GetGenericTypeDefinition().TypeHandle) ?? method
            : method;
    }

    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        if (method.GetCustomAttribute<StateMachineAttribute>() is { StateMachineType: var machine })
        {
            yield return machine.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!;
        }

        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length; )
        {
            var value = code[at++] is var first && first != 0xFE ? first : (short)(0xFE00 | code[at++]);
            var op = OpCodesByValue[value];
            if (
                op.OperandType is OperandType.InlineMethod or OperandType.InlineTok
                && Resolve(method, BitConverter.ToInt32(code, at)) is { } called
            )
            {
                yield return called;
            }

            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMember(
                    token,
                    method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
                    method.IsGenericMethod ? method.GetGenericArguments() : null
                ) as MethodBase;
        }
        catch (Exception fault) when (fault is ArgumentException or MissingMethodException or TypeLoadException)
        {
            return null;
        }
    }
}
