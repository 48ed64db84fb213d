// C++ exceptions and longjmp as Emscripten does them without WebAssembly's own exceptions: through invoke_* and __cxa_*.
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <string>

struct Base { virtual ~Base() = default; int code = 1; };
struct Other { virtual ~Other() = default; int more = 2; };
struct Derived : Other, Base { Derived() { code = 3; } };
struct Cleanup {
  const char *name;
  ~Cleanup() { std::printf("~%s %d\n", name, std::uncaught_exceptions()); }
};
namespace shop { struct Sold { int count; }; }

static jmp_buf place;

static void deep(int n) {
  if (n == 0) std::longjmp(place, 9);
  deep(n - 1);
}

static int thrower(int kind) {
  Cleanup cleanup{"thrower"};
  switch (kind) {
    case 0: throw std::runtime_error("boom");
    case 1: throw 42;
    case 2: throw Derived();
    case 3: throw "text";
    case 4: throw 2.5;
    default: return kind;
  }
}

static int nested() {
  try {
    try {
      thrower(0);
    } catch (const std::exception &e) {
      std::printf("inner %s\n", e.what());
      throw;
    }
  } catch (const std::runtime_error &e) {
    std::printf("outer %s\n", e.what());
    try {
      std::throw_with_nested(std::logic_error("wrapped"));
    } catch (const std::logic_error &w) {
      try {
        std::rethrow_if_nested(w);
      } catch (const std::exception &inside) {
        std::printf("%s in %s\n", inside.what(), w.what());
      }
    }
  }
  return 1;
}

static int compare(const void *left, const void *right) {
  if (*(const int *)left == 13 || *(const int *)right == 13) throw std::string("unlucky");
  return *(const int *)left - *(const int *)right;
}

static double wide(long long a, float b, double c, int d) {
  if (d < 0) throw shop::Sold{(int)a};
  return (double)a + b + c + d;
}

int main(int argc, char **argv) {
  std::string how = argc > 1 ? argv[1] : "";
  if (how == "uncaught") thrower(0);
  if (how == "uncaught-struct") throw shop::Sold{1};
  if (how == "lost-jump") std::longjmp(place, 1);
  if (how == "terminate") std::terminate();

  int value = setjmp(place);
  std::printf("setjmp %d\n", value);
  if (value == 0) deep(5);

  for (int kind = 0; kind < 6; kind++) {
    try {
      std::printf("returned %d\n", thrower(kind));
    } catch (const std::exception &e) {
      std::printf("exception %s\n", e.what());
    } catch (int n) {
      std::printf("int %d\n", n);
    } catch (const Base &b) {
      std::printf("base %d\n", b.code);
    } catch (const char *s) {
      std::printf("chars %s\n", s);
    } catch (...) {
      std::printf("something\n");
    }
  }

  nested();
  int numbers[] = {5, 13, 1};
  try {
    std::qsort(numbers, 3, sizeof *numbers, compare);
  } catch (const std::string &s) {
    std::printf("out of qsort: %s\n", s.c_str());
  }

  try {
    double sum = wide(1, 2, 3, (int)how.size());
    std::printf("wide %g\n", sum);
    wide(7, 0, 0, -1);
  } catch (const shop::Sold &sold) {
    std::printf("sold %d\n", sold.count);
  }

  std::exception_ptr kept;
  try {
    thrower(0);
  } catch (...) {
    kept = std::current_exception();
  }
  try {
    std::rethrow_exception(kept);
  } catch (const std::exception &e) {
    std::printf("kept %s\n", e.what());
  }
  std::printf("uncaught %d\n", std::uncaught_exceptions());
  return 7;
}
