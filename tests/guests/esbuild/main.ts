import { add } from "./math";
import { Shape, area } from "./shapes";
import { Button } from "./button";
import * as strings from "./strings";
import data from "./data.json";
import text from "./note.txt";
import { Queue } from "./queue";
import { parse } from "./parser";
import "./style.css";

const shapes: Shape[] = [{ kind: "circle", r: 2 }, { kind: "square", side: add(1, 2) }];
for (const s of shapes) console.log(strings.pad(s.kind, 10), area(s));
console.log(Button({ label: "x" }), data.name, text.trim());
const q = new Queue<number>();
q.push(1); q.push(2);
console.log([...q], parse("1 + 2 * (3 - 4)"));
export { shapes };
