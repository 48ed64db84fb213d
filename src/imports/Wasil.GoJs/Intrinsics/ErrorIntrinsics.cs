using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>Error</c> and its kinds.</summary>
internal static class ErrorIntrinsics
{
    public static void Install(JsRealm realm)
    {
        JsObject prototype = Install(realm, "Error", realm.ObjectPrototype);
        realm.Define(prototype, "toString", 0, (thisValue, _) =>
        {
            JsObject error = thisValue.This<JsObject>();
            string name = error.Get("name") is { IsUndefined: false } given ? Conversions.ToText(given) : "Error";
            string message = error.Get("message") is { IsUndefined: false } text ? Conversions.ToText(text) : "";
            realm.Runtime.ChargeText((long)name.Length + message.Length);
            return name.Length == 0 ? message : message.Length == 0 ? name : $"{name}: {message}";
        });
        foreach (string name in (ReadOnlySpan<string>)
            ["TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError", "AggregateError", "AbortError", "TimeoutError"])
            Install(realm, name, prototype);
    }

    private static JsObject Install(JsRealm realm, string name, JsObject above)
    {
        JsObject prototype = realm.CreatePrototype(above);
        JsRealm.Define(prototype, "name", name);
        JsRealm.Define(prototype, "message", "");
        JsError Create(ReadOnlySpan<JsValue> arguments)
        {
            int first = name == "AggregateError" ? 1 : 0;
            var error = new JsError(name, arguments.At(first).IsUndefined ? "" : arguments.Text(first)) { Prototype = prototype };
            if (arguments.At(first + 1).TryGetObject(out JsObject? options) && options.Has("cause"))
                JsRealm.Define(error, "cause", options.Get("cause"));
            if (first > 0)
                JsRealm.Define(error, "errors", realm.CreateArray([.. realm.ToList(arguments.At(0))]));
            return error;
        }

        // What aborts is a DOMException elsewhere, without a constructor of its name.
        if (name is "AbortError" or "TimeoutError")
            JsRealm.Define(prototype, "code", name == "AbortError" ? 20 : 23);
        else
            realm.DefineClass(name, prototype, 1, Create, (_, arguments) => Create(arguments));
        realm.AddErrorPrototype(name, prototype);
        return prototype;
    }
}
