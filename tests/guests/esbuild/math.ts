export const add = (a: number, b: number): number => a + b;
export const sub = (a: number, b: number): number => a - b;
export function unused(): never { throw new Error("never"); }
export enum Op { Add = "+", Sub = "-", Mul = "*", Div = "/" }
