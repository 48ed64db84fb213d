using System.Diagnostics.CodeAnalysis;
using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Fetch;

/// <summary>The object <c>ReadableStream</c>: chunks that come one after the other, as they are asked for.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A MemoryStream holds nothing that would have to be given back.")]
internal abstract class ReadableStream(JsRealm realm, JsObject? prototype) : JsObject(prototype)
{
    private readonly MemoryStream _gathered = new();
    private bool _isLocked;

    protected JsRealm Realm => realm;

    internal override string ClassName => "ReadableStream";

    public static JsObject Install(JsRealm realm)
    {
        JsObject prototype = realm.CreatePrototype(realm.ObjectPrototype);
        JsObject readers = realm.CreatePrototype(realm.ObjectPrototype);
        realm.DefineClass("ReadableStream", prototype, 0, arguments =>
        {
            var stream = new GuestStream(realm, prototype, arguments.At(0).Reference as JsObject);
            stream.Start();
            return stream;
        });
        realm.DefineGetter(prototype, "locked", static thisValue => thisValue.This<ReadableStream>()._isLocked);
        realm.Define(prototype, "getReader", 0, (thisValue, _) =>
        {
            ReadableStream stream = thisValue.This<ReadableStream>();
            stream.Lock();
            var reader = new JsObject(readers);
            JsRealm.Define(reader, "stream", stream);
            return reader;
        });
        realm.Define(prototype, "cancel", 1, (thisValue, arguments) => Cancel(realm, thisValue.This<ReadableStream>(), arguments.At(0)));
        realm.Define(readers, "read", 0, static (thisValue, _) => StreamOf(thisValue).Read());
        realm.Define(readers, "cancel", 1, (thisValue, arguments) => Cancel(realm, StreamOf(thisValue), arguments.At(0)));
        realm.Define(readers, "releaseLock", 0, static (thisValue, _) =>
        {
            StreamOf(thisValue)._isLocked = false;
            return JsValue.Undefined;
        });
        return prototype;
    }

    /// <exception cref="JsException">It has a reader already.</exception>
    public void Lock()
    {
        if (_isLocked)
            throw Errors.Type("Invalid state: ReadableStream is locked");
        _isLocked = true;
    }

    public bool IsLocked => _isLocked;

    /// <summary>Asks for the next chunk: a promise for an object with <c>done</c> and <c>value</c>.</summary>
    public abstract JsPromise Read();

    /// <summary>Says that no more is wanted.</summary>
    public abstract void Cancel(JsValue reason);

    /// <summary>Reads all that is left, and gives it or what went wrong.</summary>
    public void ReadAll(Action<byte[]> done, Action<JsValue> failed)
    {
        void Next() => Read().Then(
            step =>
            {
                if (Conversions.ToBoolean(step.This<JsObject>().Get("done")))
                {
                    byte[] all = _gathered.ToArray();
                    _gathered.SetLength(0);
                    _gathered.Capacity = 0;
                    done(all);
                    return;
                }

                if (!step.This<JsObject>().Get("value").TryGetObject(out JsTypedArray? chunk))
                {
                    failed(Errors.Type("Received non-Uint8Array chunk").Value);
                    return;
                }

                if (_gathered.Length + chunk.Bytes.Length > Array.MaxLength)
                {
                    failed(Errors.Range("Array buffer allocation failed").Value);
                    return;
                }

                // What gathers here is the host's memory as much as what the guest holds, and is there twice in the end.
                realm.Runtime.Charge(2L * chunk.Bytes.Length);
                _gathered.Write(chunk.Bytes);
                Next();
            },
            failed,
            this,
            default);
        Next();
    }

    internal override void Visit(HeapVisitor visitor)
    {
        base.Visit(visitor);
        visitor.AddBytes(2L * _gathered.Capacity);
    }

    protected JsObject Step(JsValue value, bool done)
    {
        JsObject step = realm.CreateObject();
        step.Set("value", value);
        step.Set("done", done);
        return step;
    }

    private static ReadableStream StreamOf(JsValue reader) => reader.This<JsObject>().Get("stream").This<ReadableStream>();

    private static JsPromise Cancel(JsRealm realm, ReadableStream stream, JsValue reason)
    {
        stream.Cancel(reason);
        return Intrinsics.PromiseIntrinsics.Resolved(realm, JsValue.Undefined);
    }
}
