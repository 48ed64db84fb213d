using Wasil.GoJs.Objects;
using Wasil.GoJs.Running;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>setTimeout</c> and its relatives, and <c>performance</c>.</summary>
internal static class TimerIntrinsics
{
    public static void Install(JsRealm realm)
    {
        Define(realm, "setTimeout", "clearTimeout", repeats: false);
        Define(realm, "setInterval", "clearInterval", repeats: true);
        realm.Define(realm.Global, "setImmediate", 1, (_, arguments) => Set(realm, arguments, 0, repeats: false, first: 1));
        Clear(realm, "clearImmediate");
        JsObject performance = realm.CreateObject();
        JsRealm.Define(realm.Global, "performance", performance);
        realm.Define(performance, "now", 0, (_, _) => realm.Runtime.Clock.Nanoseconds / 1e6);
        JsRealm.Define(
            performance, "timeOrigin", realm.Runtime.Clock.UnixMilliseconds - (realm.Runtime.Clock.Nanoseconds / 1e6));
    }

    private static void Define(JsRealm realm, string set, string clear, bool repeats)
    {
        realm.Define(realm.Global, set, 2, (_, arguments) =>
            Set(realm, arguments, arguments.Length > 1 ? arguments.Number(1) : 0, repeats, first: 2));
        Clear(realm, clear);
    }

    private static void Clear(JsRealm realm, string name) => realm.Define(realm.Global, name, 1, (_, arguments) =>
    {
        if (arguments.At(0) is { IsNumber: true } id)
            realm.Loop.ClearTimer((long)id.Number);
        return JsValue.Undefined;
    });

    private static JsValue Set(JsRealm realm, ReadOnlySpan<JsValue> arguments, double milliseconds, bool repeats, int first)
    {
        JsFunction function = arguments.Function(0);
        JsValue[] more = arguments.Length > first ? arguments[first..].ToArray() : [];
        realm.Runtime.Charge(HeapVisitor.BytesOfProperty);
        return realm.Loop.SetTimer(
            milliseconds, repeats, () => function.Apply(JsValue.Undefined, more), realm.CreateArray([function, .. more]));
    }
}
