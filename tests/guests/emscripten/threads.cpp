// Threads of C++, with exceptions that are thrown and caught on several at once.
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <future>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

static thread_local std::string name = "main";
static std::mutex mutex;
static std::condition_variable changed;
static std::vector<int> queue;

struct Guard {
  std::atomic<int> &count;
  ~Guard() { count++; }
};

static int may_throw(int i) {
  if (i % 3 == 0)
    throw std::runtime_error("boom " + std::to_string(i));
  return i;
}

int main() {
  std::atomic<int> caught{0}, unwound{0}, length{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; t++)
    threads.emplace_back([&, t] {
      name = "thread " + std::to_string(t);
      for (int i = 0; i < 200; i++) {
        try {
          Guard guard{unwound};
          may_throw(i);
        } catch (const std::exception &e) {
          caught++;
          length += std::string(e.what()).size() > 5;
        }
      }
      std::lock_guard lock(mutex);
      queue.push_back((int)name.size());
      changed.notify_one();
    });
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, [] { return queue.size() == 4; });
  }
  for (auto &thread : threads)
    thread.join();
  std::printf("caught %d unwound %d length %d\n", caught.load(), unwound.load(), length.load());
  auto future = std::async(std::launch::async, [] { return may_throw(7); });
  auto failing = std::async(std::launch::async, [] { return may_throw(9); });
  int value = future.get();
  try {
    failing.get();
  } catch (const std::runtime_error &e) {
    std::printf("async %d %s\n", value, e.what());
  }
  std::once_flag flag;
  int once = 0;
  for (int i = 0; i < 3; i++)
    std::call_once(flag, [&] { once++; });
  std::printf("%s once %d\n", name.c_str(), once);
}
