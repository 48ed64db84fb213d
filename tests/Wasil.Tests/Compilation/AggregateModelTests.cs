using System.Globalization;
using System.Text;
using CsCheck;
using Wasil.Tests.Api;

namespace Wasil.Tests.Compilation;

/// <summary>Programs made up of random accesses to a few objects compute what a model of objects in C# does.</summary>
public class AggregateModelTests
{
    private const int Objects = 4;

    // What a field or an element is, and the largest value that it keeps.
    private static readonly (string Type, long Mask)[] Kinds =
    [
        ("i8", 0xff), ("i16", 0xffff), ("i32", uint.MaxValue), ("i64", -1), ("(ref null $o)", 0), ("f64", 0xfffff),
    ];

    private enum Action
    {
        Set,
        Get,
        Copy,
        Link,
        Follow,
        SetElement,
        GetElement,
        New,
        Cast,
        Fill,
    }

    private readonly record struct Step(Action Action, int Object, int Other, int Field, long Value, bool IsBase);

    private static readonly Gen<int[]> Layouts = Gen.Int[0, Kinds.Length - 1].Array[1, 14];

    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, Objects - 1], Gen.Int[0, Objects - 1], Gen.Int[0, 1_000], Gen.Long, Gen.Bool,
        (action, at, other, field, value, isBase) => new Step((Action)action, at, other, field, value, isBase)).Array[1, 40];

    [Fact]
    public void Programs_compute_what_the_model_does() => Gen.Select(Layouts, Layouts, Steps).Sample(
        (inherited, added, steps) =>
        {
            var model = new Model([.. inherited, .. added], inherited.Length);
            string text = Write(inherited, added, steps, model);
            using WasmInstance instance = Wat.Instantiate(text);
            long result = instance.GetFunction<Func<long>>("run")();
            Assert.True(result == model.Sum, $"{result} and not {model.Sum}:\n{text}");
        },
        iter: 150, threads: 1);

    // $b is the type that $o, which has all fields, is derived from. A local for each object, and one for its array.
    private static string Write(int[] inherited, int[] added, Step[] steps, Model model)
    {
        var text = new StringBuilder("(rec (type $b (sub (struct ");
        Fields(inherited);
        text.Append("))) (type $o (sub $b (struct ");
        Fields([.. inherited, .. added]);
        text.Append(")))) (type $a (array (mut i16)))\n(func (export \"run\") (result i64) (local $sum i64) (local $t (ref null $a))\n");
        for (int i = 0; i < Objects; i++)
            text.Append(CultureInfo.InvariantCulture, $"(local $o{i} (ref null $o)) (local $a{i} (ref null $a))\n");
        for (int i = 0; i < Objects; i++)
            text.Append(CultureInfo.InvariantCulture,
                $"(local.set $o{i} (struct.new_default $o)) (local.set $a{i} (array.new_default $a (i32.const 8)))\n");
        foreach (Step step in steps)
            text.Append(model.Run(step)).Append('\n');
        return text.Append("(local.get $sum))").ToString();

        void Fields(int[] kinds)
        {
            foreach (int kind in kinds)
                text.Append(CultureInfo.InvariantCulture, $"(field (mut {Kinds[kind].Type}))");
        }
    }

    /// <summary>Carries out a step, and writes the instructions that do the same.</summary>
    private sealed class Model(int[] kinds, int inherited)
    {
        private sealed class Thing(int fields)
        {
            public readonly object?[] Fields = new object?[fields];
        }

        private readonly Thing[] _objects = [.. Enumerable.Range(0, Objects).Select(_ => new Thing(kinds.Length))];
        private readonly ushort[][] _arrays = [.. Enumerable.Range(0, Objects).Select(_ => new ushort[8])];

        public long Sum { get; private set; }

        public string Run(Step step)
        {
            bool isBase = step.IsBase;
            int field = step.Field % (isBase ? inherited : kinds.Length);
            string type = isBase ? "$b" : "$o";
            string target = $"(local.get $o{step.Object})";
            bool isReference = kinds[field] == 4;
            switch (step.Action)
            {
                case Action.Set when !isReference:
                    long kept = step.Value & Kinds[kinds[field]].Mask;
                    _objects[step.Object].Fields[field] = kept;
                    return Invariant($"(struct.set {type} {field} {target} {Constant(kinds[field], kinds[field] == 5 ? kept : step.Value)})");
                case Action.Get when !isReference:
                    Add((long)(_objects[step.Object].Fields[field] ?? 0L));
                    return AddTo(Load(type, field, target));
                case Action.Copy when !isReference:
                    _objects[step.Other].Fields[field] = _objects[step.Object].Fields[field];
                    string get = kinds[field] < 2 ? "struct.get_s" : "struct.get";
                    return Invariant($"(struct.set {type} {field} (local.get $o{step.Other}) ({get} {type} {field} {target}))");
                case Action.Link when isReference:
                    _objects[step.Object].Fields[field] = _objects[step.Other];
                    return Invariant($"(struct.set {type} {field} {target} (local.get $o{step.Other}))");
                case Action.Follow when isReference && _objects[step.Object].Fields[field] is Thing next:
                    _objects[step.Other] = next;
                    return Invariant($"(local.set $o{step.Other} (struct.get {type} {field} {target}))");
                case Action.SetElement:
                    _arrays[step.Object][step.Field % 8] = (ushort)step.Value;
                    return Invariant($"(array.set $a (local.get $a{step.Object}) (i32.const {step.Field % 8}) (i32.const {(int)step.Value}))");
                case Action.GetElement:
                    Add((short)_arrays[step.Object][step.Field % 8]);
                    return AddTo(Invariant(
                        $"(i64.extend_i32_s (array.get_s $a (local.get $a{step.Object}) (i32.const {step.Field % 8})))"));
                case Action.New:
                    _objects[step.Object] = new Thing(kinds.Length);
                    _arrays[step.Object] = (ushort[])_arrays[step.Other].Clone();
                    return Invariant($"""
                        (local.set $o{step.Object} (struct.new_default $o))
                        (local.set $t (local.get $a{step.Other}))
                        (local.set $a{step.Object} (array.new $a (i32.const 1) (i32.const 8)))
                        (array.copy $a $a (local.get $a{step.Object}) (i32.const 0) (local.get $t) (i32.const 0) (i32.const 8))
                        """);
                case Action.Cast:
                    Add(1);
                    return AddTo($"(i64.extend_i32_u (ref.test (ref $o) (block (result (ref null $b)) {target})))");
                case Action.Fill:
                    Array.Fill(_arrays[step.Object], (ushort)step.Value, 2, 3);
                    return Invariant(
                        $"(array.fill $a (local.get $a{step.Object}) (i32.const 2) (i32.const {(int)step.Value}) (i32.const 3))");
                default:
                    return "";
            }
        }

        private void Add(long value) => Sum = (Sum * 31) + value;

        private static string AddTo(string value) => $"(local.set $sum (i64.add (i64.mul (local.get $sum) (i64.const 31)) {value}))";

        private static string Constant(int kind, long value) => kind switch
        {
            3 => Invariant($"(i64.const {value})"),
            5 => Invariant($"(f64.const {value})"),
            _ => Invariant($"(i32.const {(int)value})"),
        };

        private string Load(string type, int field, string target) => kinds[field] switch
        {
            0 or 1 => $"(i64.extend_i32_u (struct.get_u {type} {field} {target}))",
            2 => $"(i64.extend_i32_u (struct.get {type} {field} {target}))",
            5 => $"(i64.trunc_f64_s (struct.get {type} {field} {target}))",
            _ => $"(struct.get {type} {field} {target})",
        };

        private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
