using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace TicketWeb.Tests.Architecture;

/// <summary>What every hand-written type uses: in its signatures, its attributes and its method bodies, lambdas, iterators and Razor markup included.</summary>
internal sealed class CodeMap
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => (int)(ushort)o.Value);

    private readonly Dictionary<Type, HashSet<MemberInfo>> _uses = [];

    public CodeMap(IEnumerable<Type> types)
    {
        foreach (var type in types)
            Read(type, _uses.TryGetValue(Owner(type), out var known) ? known : _uses[Owner(type)] = []);
    }

    public IEnumerable<Use> Uses => _uses.SelectMany(p => p.Value.Select(to => new Use(p.Key, to)));

    /// <summary>The outermost type, which a person wrote: closures and state machines count as part of it.</summary>
    public static Type Owner(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }

    private static void Read(Type type, HashSet<MemberInfo> uses)
    {
        AddType(uses, type.BaseType);
        foreach (var implemented in type.GetInterfaces())
            AddType(uses, implemented);
        AddAttributes(uses, type);
        foreach (var member in type.GetMembers(Declared))
        {
            AddAttributes(uses, member);
            AddType(uses, (member as FieldInfo)?.FieldType ?? (member as PropertyInfo)?.PropertyType);
            if (member is MethodBase method)
                AddMethod(uses, method);
        }
    }

    private static void AddMethod(HashSet<MemberInfo> uses, MethodBase method)
    {
        foreach (var parameter in method.GetParameters())
            AddType(uses, parameter.ParameterType);
        AddType(uses, (method as MethodInfo)?.ReturnType);
        if (method.GetMethodBody() is not { } body)
            return;
        foreach (var local in body.LocalVariables)
            AddType(uses, local.LocalType);
        foreach (var clause in body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause))
            AddType(uses, clause.CatchType);
        foreach (var member in Operands(method, body.GetILAsByteArray()!))
            AddMember(uses, member);
    }

    private static IEnumerable<MemberInfo> Operands(MethodBase method, byte[] il)
    {
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            int value = il[at++];
            if (value == 0xFE)
                value = 0xFE00 | il[at++];
            var kind = OpCodesByValue[value].OperandType;
            if (kind is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
            at += kind switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static void AddMember(HashSet<MemberInfo> uses, MemberInfo member)
    {
        if (member is Type type)
        {
            AddType(uses, type);
            return;
        }

        // What the compiler made for itself (anonymous types, inline arrays) lives in no namespace and in no room.
        if (member.DeclaringType?.Namespace is not null)
            uses.Add(member);
        AddType(uses, member.DeclaringType);
        if (member is not MethodInfo method)
            return;
        AddType(uses, method.ReturnType);
        foreach (var argument in method.IsGenericMethod ? method.GetGenericArguments() : [])
            AddType(uses, argument);
    }

    private static void AddAttributes(HashSet<MemberInfo> uses, MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData().Where(a => a.AttributeType != typeof(CompilerGeneratedAttribute)))
            AddType(uses, attribute.AttributeType);
    }

    private static void AddType(HashSet<MemberInfo> uses, Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return;
        if (type.HasElementType)
        {
            AddType(uses, type.GetElementType());
            return;
        }

        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
            AddType(uses, argument);
        var owner = Owner(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        if (owner.Namespace is not null)
            uses.Add(owner);
    }
}
