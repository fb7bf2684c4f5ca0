using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>
/// The methods that a method may call, read from the compiled code, including async state machines, lambdas and all implementations of own
/// interfaces and virtual methods. Methods of other assemblies are listed but not followed.
/// </summary>
internal static class CallGraph
{
    private static readonly Assembly[] OwnAssemblies = [typeof(Program).Assembly, typeof(PolicyAssistantBot.Knowledge.Lang).Assembly];

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private static readonly Type[] AllTypes = [.. OwnAssemblies.SelectMany(assembly => assembly.GetTypes())];

    private static readonly ConcurrentDictionary<MethodBase, IReadOnlyList<MethodBase>> Implementations = new();

    /// <summary>Every reachable method with its caller.</summary>
    /// <param name="shouldFollow">Whether the calls of a method are followed.</param>
    public static Dictionary<MethodBase, MethodBase?> FindReachable(IEnumerable<MethodBase> from, Func<MethodBase, bool> shouldFollow)
    {
        var reached = new Dictionary<MethodBase, MethodBase?>();
        var queue = new Queue<MethodBase>();
        foreach (var start in from)
        {
            reached[start] = null;
            queue.Enqueue(start);
        }

        while (queue.TryDequeue(out var method))
        {
            foreach (var called in CalledMethods(method).SelectMany(PossibleTargets))
            {
                if (reached.TryAdd(called, method) && OwnAssemblies.Contains(called.Module.Assembly) && shouldFollow(called))
                {
                    queue.Enqueue(called);
                }
            }
        }

        return reached;
    }

    /// <summary>The call path to a method, for a failure message.</summary>
    public static string DescribePath(Dictionary<MethodBase, MethodBase?> reached, MethodBase method)
    {
        var steps = new List<string>();
        for (MethodBase? step = method; step is not null; step = reached[step])
        {
            steps.Add($"{step.DeclaringType?.Name}.{step.Name}");
        }

        steps.Reverse();
        return string.Join(" > ", steps);
    }

    private static IEnumerable<MethodBase> PossibleTargets(MethodBase method)
    {
        var definition = GenericDefinition(method);
        return Implementations.GetOrAdd(definition, FindImplementations).Prepend(definition);
    }

    private static List<MethodBase> FindImplementations(MethodBase method)
    {
        if (
            method is not MethodInfo { IsVirtual: true, DeclaringType: { } declaring } virtualMethod
            || !OwnAssemblies.Contains(declaring.Assembly)
        )
        {
            return [];
        }

        var found = new List<MethodBase>();
        foreach (var type in AllTypes.Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            if (declaring is { IsInterface: true, IsGenericTypeDefinition: false } && declaring.IsAssignableFrom(type))
            {
                var map = type.GetInterfaceMap(declaring);
                found.Add(GenericDefinition(map.TargetMethods[Array.IndexOf(map.InterfaceMethods, virtualMethod)]));
            }
            else if (declaring.IsClass && type.IsSubclassOf(declaring))
            {
                found.AddRange(
                    type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                        .Where(overriding => overriding.GetBaseDefinition() == virtualMethod.GetBaseDefinition())
                );
            }
        }

        return found;
    }

    private static MethodBase GenericDefinition(MethodBase method)
    {
        if (method is MethodInfo { IsGenericMethod: true, IsGenericMethodDefinition: false } generic)
        {
            method = generic.GetGenericMethodDefinition();
        }

        return method.DeclaringType is { IsGenericType: true, IsGenericTypeDefinition: false } type
            ? MethodBase.GetMethodFromHandle(method.MethodHandle, type.GetGenericTypeDefinition().TypeHandle) ?? method
            : method;
    }

    private static IEnumerable<MethodBase> CalledMethods(MethodBase method)
    {
        if (method.GetCustomAttribute<StateMachineAttribute>() is { StateMachineType: var machine })
        {
            yield return machine.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!;
        }

        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var offset = 0; offset < code.Length; )
        {
            var value = code[offset++] is var first && first != 0xFE ? first : (short)(0xFE00 | code[offset++]);
            var op = OpCodesByValue[value];
            if (
                op.OperandType is OperandType.InlineMethod or OperandType.InlineTok
                && Resolve(method, BitConverter.ToInt32(code, offset)) is { } called
            )
            {
                yield return called;
            }

            offset += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, offset)),
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
        catch (Exception exception) when (exception is ArgumentException or MissingMethodException or TypeLoadException)
        {
            return null;
        }
    }
}
