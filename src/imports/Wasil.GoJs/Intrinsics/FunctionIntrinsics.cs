using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>Function</c> and its prototype, and what would evaluate JavaScript.</summary>
internal static class FunctionIntrinsics
{
    public static void Install(JsRealm realm)
    {
        JsObject prototype = realm.FunctionPrototype;
        realm.Define(prototype, "call", 1, static (thisValue, arguments) =>
            thisValue.This<JsFunction>().Apply(arguments.At(0), arguments.IsEmpty ? [] : arguments[1..]));
        realm.Define(prototype, "apply", 2, (thisValue, arguments) => thisValue.This<JsFunction>().Apply(
            arguments.At(0), arguments.At(1).IsNullish ? [] : realm.ToList(arguments.At(1)).ToArray()));
        realm.Define(prototype, "bind", 1, (thisValue, arguments) => new BoundFunction(
            realm, thisValue.This<JsFunction>(), arguments.At(0), arguments.IsEmpty ? [] : arguments[1..]));
        realm.Define(prototype, "toString", 0, static (thisValue, _) => thisValue.This<JsFunction>().ToString());
        realm.DefineClass("Function", prototype, 1, static _ => throw NothingToEvaluate(), static (_, _) => throw NothingToEvaluate());
        realm.Define(realm.Global, "eval", 1, static (_, arguments) =>
            arguments.At(0).IsString ? throw NothingToEvaluate() : arguments.At(0));
    }

    private static JsException NothingToEvaluate() => new(new JsError(
        "EvalError", "there is no JavaScript here that could be evaluated; the host can define `eval` or what is needed of it"));
}
