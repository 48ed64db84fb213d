// The host's mathematics, one function each.
@external("env", "Math.round") declare function round(x: f64): f64;
@external("env", "Math.pow") declare function pow(x: f64, y: f64): f64;
@external("env", "Math.clz32") declare function clz32(x: f64): f64;
@external("env", "Math.imul") declare function imul(x: f64, y: f64): f64;
@external("env", "Math.expm1") declare function expm1(x: f64): f64;
@external("env", "Math.log1p") declare function log1p(x: f64): f64;
@external("env", "Math.fround") declare function fround(x: f64): f32;
@external("env", "Math.sign") declare function sign(x: f64): f64;
@external("env", "Math.max") declare function max(x: f64, y: f64): f64;
@external("env", "Math.asinh") declare function asinh(x: f64): f64;
@external("env", "Math.atanh") declare function atanh(x: f64): f64;
@external("env", "Math.hypot") declare function hypot(x: f64, y: f64): f64;
export { round, pow, clz32, imul, expm1, log1p, fround, sign, max, asinh, atanh, hypot };
