#include <stdio.h>
#include <stdlib.h>

// greet NAME: the greeting itself comes from the environment.
int main(int argc, char **argv) {
    const char *greeting = getenv("GREETING");
    if (argc != 2) {
        fputs("usage: greet NAME\n", stderr);
        return 2;
    }
    printf("%s, %s!\n", greeting ? greeting : "Hello", argv[1]);
    return 0;
}
