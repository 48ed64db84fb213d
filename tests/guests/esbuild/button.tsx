const h = (tag: string, props: Record<string, unknown> | null, ...children: unknown[]) => ({ tag, props, children });
export function Button({ label, size = 3 }: { label: string; size?: number }) {
  return <button class={`size-${size}`} onClick={() => console.log(label)}>{label}<b>!</b></button>;
}
declare global { namespace React { } }
const React = { createElement: h };
