using System.Reflection;

namespace Wasil.GoJs.Objects;

/// <summary>Values of .NET as JavaScript's and back.</summary>
internal static class HostValues
{
    /// <summary>Whether an exception of the host's is thrown into JavaScript; others end the program.</summary>
    public static bool IsThrown(Exception exception) =>
        exception is not (JsException or WasmException or OperationCanceledException or OutOfMemoryException);

    /// <summary>What a promise fails with.</summary>
    public static JsValue Reason(Exception exception) =>
        exception is JsException thrown ? thrown.Value : new JsError("Error", exception.Message);

    public static JsFunction CreateFunction(JsRealm realm, string name, MethodInfo method, object? target)
    {
        ParameterInfo[] parameters = method.GetParameters();
        foreach (ParameterInfo parameter in parameters)
        {
            if (!IsKnown(parameter.ParameterType))
                throw new ArgumentException($"The parameter {parameter.Name} of {name} has the type {parameter.ParameterType}, which has no counterpart.");
        }

        if (method.ReturnType != typeof(void) && method.ReturnType != typeof(Task) && method.ReturnType != typeof(Task<JsValue>)
            && !IsKnown(method.ReturnType))
            throw new ArgumentException($"The result of {name} has the type {method.ReturnType}, which has no counterpart.");
        return new NativeFunction(realm, name, parameters.Length, (_, arguments) =>
        {
            var converted = new object?[parameters.Length];
            for (int i = 0; i < converted.Length; i++)
                converted[i] = FromJs(i < arguments.Length ? arguments[i] : JsValue.Undefined, parameters[i]);
            try
            {
                return ToJs(realm, method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, converted, null));
            }
            catch (Exception exception) when (IsThrown(exception))
            {
                throw Errors.Of(exception.Message, exception);
            }
        });
    }

    private static bool IsKnown(Type type) =>
        type == typeof(JsValue) || type == typeof(string) || type == typeof(bool) || type == typeof(byte[])
        || typeof(JsObject).IsAssignableFrom(type) || (type.IsPrimitive && type != typeof(char) && type != typeof(nint) && type != typeof(nuint));

    private static object? FromJs(JsValue value, ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(JsValue))
            return value;
        if (type == typeof(string))
            return value.IsNullish ? null : Conversions.ToText(value);
        if (type == typeof(bool))
            return Conversions.ToBoolean(value);
        if (type == typeof(byte[]))
        {
            return value.IsNullish ? null
                : value.TryGetObject(out JsTypedArray? bytes) ? bytes.Bytes.ToArray()
                : throw Errors.Type($"{parameter.Name} must be a Uint8Array");
        }

        if (typeof(JsObject).IsAssignableFrom(type))
        {
            return value.IsNullish ? null
                : type.IsInstanceOfType(value.Reference) ? value.Reference
                : throw Errors.Type($"{parameter.Name} must be a {type.Name}");
        }

        double number = Conversions.ToNumber(value);
        if (type == typeof(double))
            return number;
        if (type == typeof(float))
            return (float)number;

        // Integers wrap around as JavaScript's own conversions do, but no more than 2^53 can come anyway.
        long integer = double.IsFinite(number) ? (long)Math.Truncate(number) : 0;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.SByte => (sbyte)integer,
            TypeCode.Byte => (byte)integer,
            TypeCode.Int16 => (short)integer,
            TypeCode.UInt16 => (ushort)integer,
            TypeCode.Int32 => (int)integer,
            TypeCode.UInt32 => (uint)integer,
            TypeCode.UInt64 => (ulong)integer,
            _ => integer,
        };
    }

    private static JsValue ToJs(JsRealm realm, object? value) => value switch
    {
        null => JsValue.Undefined,
        JsValue same => same,
        JsObject target => target,
        string text => text,
        bool truth => truth,
        byte[] bytes => realm.CreateBytes(bytes),
        Task<JsValue> task => realm.CreatePromise(task),
        Task task => realm.CreatePromise(Nothing(task)),
        _ => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static async Task<JsValue> Nothing(Task task)
    {
        await task.ConfigureAwait(false);
        return JsValue.Undefined;
    }
}
