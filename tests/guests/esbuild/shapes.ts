export interface Circle { kind: "circle"; r: number }
export interface Square { kind: "square"; side: number }
export type Shape = Circle | Square;
export function area(s: Shape): number {
  switch (s.kind) {
    case "circle": return Math.PI * s.r ** 2;
    case "square": return s.side ** 2;
  }
}
