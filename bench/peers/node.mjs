// Runs a kernel on V8: FILE N; prints what bench/peers/wasm3.c prints.
import { readFileSync } from 'node:fs';

const [, , file, count] = process.argv;
const n = Number(count);
const start = process.hrtime.bigint();
const { instance } = await WebAssembly.instantiate(readFileSync(file));
const { run } = instance.exports;
run(1);
const first = Number(process.hrtime.bigint() - start) * 1e-9;
run(Math.min(2, n));

const before = process.cpuUsage();
const from = process.hrtime.bigint();
const checksum = run(n);
const wall = Number(process.hrtime.bigint() - from) * 1e-9;
const { user, system } = process.cpuUsage(before);
// By hand, since a checksum has 64 bits.
console.log(`{"Checksum":${checksum},"FirstSeconds":${first},"WallSeconds":${wall},"CpuSeconds":${(user + system) * 1e-6}}`);
