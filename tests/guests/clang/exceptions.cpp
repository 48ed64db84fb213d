// C++ exceptions: what is thrown and caught, in what order destructors run, how deep and how nested, and what a caller asks for last.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>

namespace ledger {

struct Failure {
  explicit Failure(int code) : code(code) {}
  Failure(const Failure &other) : code(other.code) { copies++; }
  virtual ~Failure() { alive--; }
  virtual const char *kind() const { return "failure"; }
  int code;
  static int alive, copies;
};
int Failure::alive, Failure::copies;

struct Overdrawn : Failure {
  using Failure::Failure;
  const char *kind() const override { return "overdrawn"; }
};

struct Unknown : std::exception {
  const char *what() const noexcept override { return "unknown account"; }
};

struct Entry {
  explicit Entry(char name) : name(name) { std::printf("+%c", name); }
  ~Entry() { std::printf("-%c%d", name, std::uncaught_exceptions()); }
  char name;
};

__attribute__((noinline)) static long post(int account, int amount) {
  Entry entry(static_cast<char>('a' + account));
  switch (account) {
  case 0: throw amount;
  case 1: throw Overdrawn(amount);
  case 2: throw Failure(amount);
  case 3: throw Unknown();
  case 4: throw "text";
  case 5: throw static_cast<long long>(amount) << 33;
  case 6: throw 0.5 * amount;
  case 7: std::free(new char[amount == 7 ? static_cast<std::size_t>(1) << 31 : 1]); return 1;
  default: return amount;
  }
}

static long attempt(int account, int amount) {
  try {
    Entry outer('(');
    return post(account, amount);
  } catch (const Failure &failure) {
    std::printf(" %s %d", failure.kind(), failure.code);
    return failure.code;
  } catch (const std::bad_alloc &) {
    std::printf(" memory");
    return 4;
  } catch (const std::exception &exception) {
    std::printf(" %s", exception.what());
    return 3;
  } catch (int number) {
    std::printf(" int %d", number);
    return number;
  } catch (const char *text) {
    std::printf(" chars %s", text);
    return static_cast<long>(std::strlen(text));
  } catch (long long number) {
    std::printf(" long %lld", number);
    return 5;
  } catch (...) {
    std::printf(" something");
    return 6;
  }
}

static int rethrow(int depth) {
  try {
    if (depth == 0) throw Overdrawn(100);
    return rethrow(depth - 1);
  } catch (Failure &failure) {
    failure.code++;
    throw;
  }
}

static std::exception_ptr stored;

static int compare(const void *left, const void *right) {
  int a = *static_cast<const int *>(left), b = *static_cast<const int *>(right);
  if (a == 13 || b == 13) throw Unknown();
  return a - b;
}

static bool quiet() noexcept {
  try {
    post(2, 1);
  } catch (Failure) {
    return true;
  }
  return false;
}

} // namespace ledger

int main(int argc, char **argv) {
  using namespace ledger;
  if (argc > 1 && !std::strcmp(argv[1], "uncaught")) throw Overdrawn(9);
  long sum = 0;
  for (int account = 0; account < 9; account++) {
    sum += attempt(account, account);
    std::puts("");
  }
  std::printf("sum %ld\n", sum);
  try {
    rethrow(20);
  } catch (const Overdrawn &failure) {
    std::printf("rethrown %d\n", failure.code);
  }
  try {
    try {
      post(3, 0);
    } catch (...) {
      stored = std::current_exception();
      Entry entry('z');
      post(0, 77);
    }
  } catch (int number) {
    std::printf(" then %d\n", number);
  }
  try {
    std::rethrow_exception(stored);
  } catch (const std::exception &exception) {
    std::printf("kept %s\n", exception.what());
  }
  stored = nullptr;
  int numbers[] = {3, 1, 13, 2};
  try {
    std::qsort(numbers, 4, sizeof *numbers, compare);
  } catch (const Unknown &) {
    std::puts("out of qsort");
  }
  std::printf("quiet %d copies %d\n", quiet(), Failure::copies);
  int caught = 0;
  for (int i = 0; i < 1000; i++) {
    try {
      if (i % 3) throw i;
    } catch (int number) {
      caught += number % 2;
    }
  }
  std::printf("caught %d uncaught %d\n", caught, std::uncaught_exceptions());
  return 3;
}
