using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Wasil.Compilation;

/// <summary>
/// A method that is called through delegates which are closed over its first argument. They are made in thousands where a
/// large module has many instances, one after the other, and are copies of a first one with another target: that takes about a
/// tenth of what .NET takes to bind a delegate to a method.
/// </summary>
internal sealed class ClosedMethod
{
    private static readonly bool TargetsCanBeSet = TrySetTarget();

    private readonly Type _delegateType;
    private readonly Delegate _withoutTarget;

    /// <summary>Lets the JIT compiler run now, on this thread.</summary>
    /// <param name="method">A method whose code is emitted.</param>
    /// <param name="delegateType">Delegates that have its parameters save the first, which is of a reference type.</param>
    public ClosedMethod(DynamicMethod method, Type delegateType)
    {
        Method = method;
        _delegateType = delegateType;
        RuntimeHelpers.PrepareDelegate(method.CreateDelegate(delegateType, null));
        // Those made from here on call the machine code itself, not by way of a jump that stands for code yet to come.
        _withoutTarget = method.CreateDelegate(delegateType, null);
    }

    /// <summary>The method, for those who call it with all of its arguments.</summary>
    public DynamicMethod Method { get; }

    /// <summary>A delegate that calls the method.</summary>
    /// <param name="target">The first argument, of the type that the method wants there: nobody checks that.</param>
    public Delegate Over(object target)
    {
        if (!TargetsCanBeSet)
            return Method.CreateDelegate(_delegateType, target);
        var made = (Delegate)_withoutTarget.Clone();
        TargetOf(made) = target;
        return made;
    }

    // There is no public way to it. A runtime whose delegates have no such field, or another use for it, is asked for each delegate.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_target")]
    private static extern ref object? TargetOf(Delegate made);

    private static bool TrySetTarget()
    {
        try
        {
            object one = new(), other = new();
            Func<object> first = one.Itself;
            var second = (Func<object>)first.Clone();
            if (!ReferenceEquals(TargetOf(second), one))
                return false;
            TargetOf(second) = other;
            return ReferenceEquals(first(), one) && ReferenceEquals(second(), other) && ReferenceEquals(second.Target, other);
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }
}

/// <content>What delegates are tried with.</content>
file static class Itselves
{
    public static object Itself(this object value) => value;
}
