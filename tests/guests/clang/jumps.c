/* setjmp and longjmp: values, nesting, depth, and a jump out of a function that others called. */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

static jmp_buf outer, inner;

static int deep(int n, int value) {
  if (n == 0) longjmp(outer, value);
  return deep(n - 1, value) + 1;
}

static int compare(const void *left, const void *right) {
  if (*(const int *)left == 13 || *(const int *)right == 13) longjmp(inner, 5);
  return *(const int *)left - *(const int *)right;
}

int main(void) {
  volatile int rounds = 0;
  int value = setjmp(outer);
  printf("outer %d\n", value);
  if (value == 0) deep(50, 7);
  if (value == 7) deep(0, 0); /* arrives as 1 */
  rounds++;
  int numbers[] = {3, 1, 13, 2};
  switch (setjmp(inner)) {
  case 0:
    qsort(numbers, 4, sizeof *numbers, compare);
    puts("never");
    break;
  case 5:
    puts("out of qsort");
    longjmp(inner, 6);
  default:
    printf("inner done, rounds %d\n", rounds);
  }
  if (rounds < 3) longjmp(outer, 40 + rounds);
  int jumps = 0;
  for (volatile int i = 0; i < 1000; i++) {
    if (setjmp(inner))
      jumps++;
    else if (i % 2)
      longjmp(inner, 1);
  }
  printf("jumps %d\n", jumps);
  return 4;
}
