import { Op, add, sub } from "./math";
type Node = number | { op: Op; left: Node; right: Node };
export function parse(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|[-+*/()]/g) ?? [];
  let at = 0;
  const primary = (): Node => {
    const token = tokens[at++];
    if (token === "(") { const inner = sum(); at++; return inner; }
    return Number(token);
  };
  const product = (): Node => {
    let left = primary();
    while (tokens[at] === Op.Mul || tokens[at] === Op.Div) left = { op: tokens[at++] as Op, left, right: primary() };
    return left;
  };
  function sum(): Node {
    let left = product();
    while (tokens[at] === Op.Add || tokens[at] === Op.Sub) left = { op: tokens[at++] as Op, left, right: product() };
    return left;
  }
  const value = (n: Node): number => {
    if (typeof n === "number") return n;
    const l = value(n.left), r = value(n.right);
    switch (n.op) { case Op.Add: return add(l, r); case Op.Sub: return sub(l, r); case Op.Mul: return l * r; default: return l / r; }
  };
  return value(sum());
}
