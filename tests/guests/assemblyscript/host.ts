// Uses everything that the host package offers, and every kind of value that crosses the boundary.

@external("env", "process.argv") declare const argv: string[] | null;
@external("env", "process.exit") declare function exit(code: i32): void;
@external("env", "crypto.getRandomValuesN") declare function randomBytes(n: u32): Uint8Array;
@external("env", "Math.hypot") declare function hypot(x: f64, y: f64): f64;
@external("env", "Math.PI") declare const PI: f64;
@external("env", "Date.now") declare function dateNow(): f64;
@external("env", "performance.now") declare function performanceNow(): f64;

// Top-level code, which runs while the host makes the instance: the arguments must be there by then.
const atStart = argv!.length > 0 ? argv![0] : "";
let kept: string[] = [];

export function first(): string { return atStart; }
export function args(): string[] { return argv!; }
export function quit(code: i32): void { exit(code); }
export function random(n: u32): Uint8Array { return randomBytes(n); }
export function distance(x: f64, y: f64): f64 { return hypot(x, y) + (PI - PI); }
export function now(): f64 { return dateNow(); }
export function elapsed(): f64 { return performanceNow(); }
export function chance(): f64 { return Math.random(); }

export function greet(name: string): string { return "hello " + name; }
export function greetAll(names: string[], greeting: string = "hello"): string { return greeting + " " + names.join(" and "); }
export function shout(text: string | null): string | null { return text === null ? null : text.toUpperCase(); }
export function reversed(numbers: i32[]): i32[] { return numbers.reverse(); }
export function doubled(numbers: Float64Array): Float64Array { return numbers.map((x) => x * 2); }
export function squares(n: i32): StaticArray<i64> { const a = new StaticArray<i64>(n); for (let i = 0; i < n; i++) a[i] = <i64>i * i; return a; }
export function sumOf(numbers: StaticArray<i64>): i64 { let sum: i64 = 0; for (let i = 0; i < numbers.length; i++) sum += numbers[i]; return sum; }
export function buffer(n: i32): ArrayBuffer { const b = new Uint8Array(n); for (let i = 0; i < n; i++) b[i] = <u8>(i * 3); return b.buffer; }
export function bytesOf(b: ArrayBuffer): u32 { const v = Uint8Array.wrap(b); let sum: u32 = 0; for (let i = 0; i < v.length; i++) sum += v[i]; return sum; }
export function part(): Uint8Array { const b = new Uint8Array(16); for (let i = 0; i < 16; i++) b[i] = <u8>i; return b.subarray(4, 8); }
export function isLong(text: string): bool { return text.length > 10; }
export function keep(text: string): i32 { kept.push(text); return kept.length; }
export function recall(index: i32): string { return kept[index]; }
export function floats(): f32[] { return [1.5, -2.25]; }
export function words(): u16[] { return [1, 65535]; }

export function talk(): void {
  console.log("to the log");
  console.debug("debug ✓");
  console.info("");
  console.warn("beware");
  console.error("wrong");
  console.assert(true, "not said");
  console.assert(false, "said");
  console.assert(false);
  console.time("t");
  console.time("t");
  console.timeLog("t");
  console.timeEnd("t");
  console.timeEnd("t");
}
export function tracing(): void {
  trace("none");
  trace("one", 1, 42);
  trace("five", 5, 1.5, -0.25, 1e21, 1e-7, 0.1 + 0.2);
}
export function fail(): void { throw new Error("asked to fail"); }
export function failSilently(): void { abort(); }
