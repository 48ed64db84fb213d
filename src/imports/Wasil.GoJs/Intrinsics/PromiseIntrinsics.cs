using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>Promise</c> and <c>queueMicrotask</c>.</summary>
internal static class PromiseIntrinsics
{
    public static void Install(JsRealm realm)
    {
        JsObject prototype = realm.PromisePrototype;
        JsRealm.Define(prototype, JsSymbol.ToStringTag, "Promise");
        JsObject type = realm.DefineClass("Promise", prototype, 1, arguments =>
        {
            JsFunction executor = arguments.Function(0);
            JsPromise promise = realm.CreatePromise();
            try
            {
                executor.Invoke(Settler(realm, promise, promise.Resolve), Settler(realm, promise, promise.Reject));
            }
            catch (JsException exception)
            {
                promise.Reject(exception.Value);
            }

            return promise;
        });
        realm.Define(prototype, "then", 2, (thisValue, arguments) => Then(
            realm, thisValue.This<JsPromise>(), arguments.At(0).Reference as JsFunction, arguments.At(1).Reference as JsFunction));
        realm.Define(prototype, "catch", 1, (thisValue, arguments) => Then(
            realm, thisValue.This<JsPromise>(), null, arguments.At(0).Reference as JsFunction));
        realm.Define(prototype, "finally", 1, (thisValue, arguments) => Finally(
            realm, thisValue.This<JsPromise>(), arguments.Function(0)));
        realm.Define(type, "resolve", 1, (_, arguments) => Resolved(realm, arguments.At(0)));
        realm.Define(type, "reject", 1, (_, arguments) =>
        {
            JsPromise promise = realm.CreatePromise();
            promise.Reject(arguments.At(0));
            return promise;
        });
        Combine(realm, type);
        realm.Define(realm.Global, "queueMicrotask", 1, (_, arguments) =>
        {
            JsFunction function = arguments.Function(0);
            realm.Runtime.Charge(HeapVisitor.BytesOfProperty);
            realm.Loop.AddMicrotask(new Running.Microtask(() => function.Invoke(), function, default));
            return JsValue.Undefined;
        });
    }

    /// <summary>The promise that a value is, or one that has the value.</summary>
    public static JsPromise Resolved(JsRealm realm, JsValue value)
    {
        if (value.TryGetObject(out JsPromise? same))
            return same;
        JsPromise promise = realm.CreatePromise();
        promise.Resolve(value);
        return promise;
    }

    private static JsPromise Then(JsRealm realm, JsPromise promise, JsFunction? fulfilled, JsFunction? rejected)
    {
        JsPromise next = realm.CreatePromise();
        realm.Runtime.Charge(2 * HeapVisitor.BytesOfProperty);
        promise.Then(
            value => Settle(next, fulfilled, value, next.Resolve),
            reason => Settle(next, rejected, reason, next.Reject),
            realm.CreateArray(next, fulfilled, rejected),
            default);
        return next;
    }

    private static void Settle(JsPromise next, JsFunction? function, JsValue value, Action<JsValue> otherwise)
    {
        if (function is null)
        {
            otherwise(value);
            return;
        }

        try
        {
            next.Resolve(function.Invoke(value));
        }
        catch (JsException exception)
        {
            next.Reject(exception.Value);
        }
    }

    private static JsPromise Finally(JsRealm realm, JsPromise promise, JsFunction function)
    {
        JsPromise next = realm.CreatePromise();
        void After(Action settle, JsValue result)
        {
            try
            {
                Resolved(realm, function.Invoke()).Then(_ => settle(), next.Reject, next, result);
            }
            catch (JsException exception)
            {
                next.Reject(exception.Value);
            }
        }

        promise.Then(
            value => After(() => next.Resolve(value), value), reason => After(() => next.Reject(reason), reason), function, next);
        return next;
    }

    private static void Combine(JsRealm realm, JsObject type)
    {
        realm.Define(type, "race", 1, (_, arguments) =>
        {
            JsPromise result = realm.CreatePromise();
            foreach (JsValue item in realm.ToList(arguments.At(0)))
                Resolved(realm, item).Then(result.Resolve, result.Reject, result, default);
            return result;
        });
        All(realm, type, "all", static (_, value) => value, null);
        All(realm, type, "allSettled", Fulfilled, (realm, reason) => Outcome(realm, "rejected", "reason", reason));
        realm.Define(type, "any", 1, (_, arguments) =>
        {
            JsPromise result = realm.CreatePromise();
            List<JsValue> items = realm.ToList(arguments.At(0));
            JsArray reasons = Room(realm, items.Count);
            int left = items.Count;
            void Fail()
            {
                var error = new JsError("AggregateError", "All promises were rejected");
                JsRealm.Define(error, "errors", reasons);
                result.Reject(error);
            }

            if (left == 0)
                Fail();
            for (int i = 0; i < items.Count; i++)
            {
                int index = i;
                Resolved(realm, items[i]).Then(
                    result.Resolve,
                    reason =>
                    {
                        reasons.SetIndex(index, reason);
                        if (--left == 0)
                            Fail();
                    },
                    result,
                    reasons);
            }

            return result;
        });
    }

    /// <summary>An array for what comes in any order. What waits for the rest holds on to it.</summary>
    private static JsArray Room(JsRealm realm, int count)
    {
        // A promise, what waits for it, and a function or two for each.
        realm.Runtime.Charge(4L * HeapVisitor.BytesOfProperty * count);
        JsArray room = realm.CreateArray();
        room.Length = count;
        room.Filled();
        return room;
    }

    private static void All(
        JsRealm realm, JsObject type, string name, Func<JsRealm, JsValue, JsValue> fulfilled, Func<JsRealm, JsValue, JsValue>? rejected) =>
        realm.Define(type, name, 1, (_, arguments) =>
        {
            JsPromise result = realm.CreatePromise();
            List<JsValue> items = realm.ToList(arguments.At(0));
            JsArray values = Room(realm, items.Count);
            int left = items.Count;
            if (left == 0)
                result.Resolve(values);
            for (int i = 0; i < items.Count; i++)
            {
                int index = i;
                void Set(JsValue value)
                {
                    values.SetIndex(index, value);
                    if (--left == 0)
                        result.Resolve(values);
                }

                Resolved(realm, items[i]).Then(
                    value => Set(fulfilled(realm, value)),
                    rejected is null ? result.Reject : reason => Set(rejected(realm, reason)),
                    result,
                    values);
            }

            return result;
        });

    private static JsValue Fulfilled(JsRealm realm, JsValue value) => Outcome(realm, "fulfilled", "value", value);

    private static JsObject Outcome(JsRealm realm, string status, string name, JsValue value)
    {
        JsObject outcome = realm.CreateObject();
        outcome.Set("status", status);
        outcome.Set(name, value);
        return outcome;
    }

    /// <summary>What a function that makes a promise gets to settle it with.</summary>
    public static JsFunction Settler(JsRealm realm, JsPromise promise, Action<JsValue> settle) => new NativeFunction(
        realm,
        "",
        1,
        (_, arguments) =>
        {
            settle(arguments.At(0));
            return JsValue.Undefined;
        })
    {
        Bound = promise,
    };
}
