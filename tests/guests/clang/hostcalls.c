// A guest without libc that calls two functions of its host: the smallest useful example of imports.
#define IMPORT(name) __attribute__((import_module("env"), import_name(#name))) name
#define EXPORT(name) __attribute__((export_name(#name))) name

void IMPORT(log)(const char *text, int length);
int IMPORT(add)(int a, int b);

// Logs "hello from the guest" and "2 + 3 = 5", and returns what the host says 2 + 3 is.
int EXPORT(run)(void) {
    static const char greeting[] = "hello from the guest";
    log(greeting, sizeof greeting - 1);
    int sum = add(2, 3);
    char line[] = "2 + 3 = ?";
    line[sizeof line - 2] = (char)('0' + sum % 10);
    log(line, sizeof line - 1);
    return sum;
}

// Calls the host `times` times; returns the sum of 0 .. times - 1 if the host adds.
int EXPORT(add_up)(int times) {
    int sum = 0;
    for (int i = 0; i < times; i++) sum = add(sum, i);
    return sum;
}
