import { sub } from "./math";
export class Queue<T> implements Iterable<T> {
  #items: T[] = [];
  static made = 0;
  constructor(readonly limit = 10) { Queue.made++; }
  push(item: T): this { if (this.#items.length > sub(this.limit, 1)) throw new RangeError("full"); this.#items.push(item); return this; }
  *[Symbol.iterator]() { yield* this.#items; }
  get size() { return this.#items.length; }
}
