// A program: all it does is top-level code.
@external("env", "process.argv") declare const argv: string[] | null;
@external("env", "process.exit") declare function exit(code: i32): void;

for (let i = 0; i < argv!.length; i++) console.log(argv![i]);
trace("top", 1, argv!.length);
if (argv!.length > 2) exit(3);
