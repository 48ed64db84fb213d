export function pad(s: string, n: number): string { return s.padEnd(n ?? 4, "·"); }
export const shout = (s?: string) => s?.toUpperCase() ?? "ÄÖÜ";
export async function* lines(source: AsyncIterable<string>) { for await (const chunk of source) yield* chunk.split(/\r?\n/u); }
