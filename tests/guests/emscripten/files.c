// Files, directories and descriptors, as Emscripten's C library asks the host for them.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/utsname.h>
#include <unistd.h>

static void say(const char *what, long result) {
  if (result < 0)
    printf("%s: %s\n", what, strerror(errno));
  else
    printf("%s: %ld\n", what, result);
}

static void list(const char *path) {
  DIR *directory = opendir(path);
  if (!directory) {
    say(path, -1);
    return;
  }
  int count = 0, dots = 0;
  char names[8][64];
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (entry->d_name[0] == '.')
      dots++;
    else if (count < 8)
      snprintf(names[count++], sizeof *names, "%s%s", entry->d_name, entry->d_type == DT_DIR ? "/" : entry->d_type == DT_LNK ? "@" : "");
  }
  closedir(directory);
  qsort(names, count, sizeof *names, (int (*)(const void *, const void *))strcmp);
  printf("%s: %d dots", path, dots);
  for (int i = 0; i < count; i++) printf(" %s", names[i]);
  puts("");
}

int main(int argc, char **argv) {
  char text[256];
  const char *folder = argc > 1 ? argv[1] : "/tmp";
  say("chdir", chdir(folder));
  printf("cwd %s\n", getcwd(text, sizeof text));
  say("mkdir", mkdir("made", 0755));
  say("mkdir again", mkdir("made", 0755));
  FILE *file = fopen("made/a.txt", "w+");
  if (!file) {
    say("fopen", -1);
    return 1;
  }
  say("fprintf", fprintf(file, "hello %d\nsecond line\n", 42));
  rewind(file);
  printf("line %s", fgets(text, sizeof text, file));
  say("ftruncate", ftruncate(fileno(file), 8));
  fseek(file, 0, SEEK_END);
  say("ftell", ftell(file));
  struct stat status;
  say("fstat", fstat(fileno(file), &status));
  printf("size %lld mode %o regular %d\n", (long long)status.st_size, (unsigned)status.st_mode & 0777, S_ISREG(status.st_mode));
  say("fchmod", fchmod(fileno(file), 0600));
  say("fsync", fsync(fileno(file)));
  say("fdatasync", fdatasync(fileno(file)));
  say("fallocate", posix_fallocate(fileno(file), 0, 16));
  say("fadvise", posix_fadvise(fileno(file), 0, 0, POSIX_FADV_NORMAL));
  say("isatty", isatty(fileno(file)) == 0);
  fclose(file);
  say("rename", rename("made/a.txt", "made/b.txt"));
  say("access", access("made/b.txt", R_OK));
  say("access old", access("made/a.txt", F_OK));
  say("symlink", symlink("b.txt", "made/link"));
  long length = readlink("made/link", text, sizeof text - 1);
  if (length > 0) text[length] = 0;
  printf("readlink %s\n", length > 0 ? text : strerror(errno));
  say("lstat", lstat("made/link", &status));
  printf("is link %d\n", S_ISLNK(status.st_mode));
  say("stat", stat("made/link", &status));
  printf("through it %lld\n", (long long)status.st_size);
  say("link", link("made/b.txt", "made/c.txt"));
  say("chmod", chmod("made/b.txt", 0644));
  say("truncate", truncate("made/b.txt", 3));
  struct timespec times[2] = {{1000, 0}, {2000, 500}};
  say("utimensat", utimensat(AT_FDCWD, "made/b.txt", times, 0));
  say("stat", stat("made/b.txt", &status));
  printf("modified %lld\n", (long long)status.st_mtime);
  list("made");
  int fd = open("made/b.txt", O_RDWR | O_APPEND);
  say("open", fd >= 0 ? 0 : -1);
  say("write", write(fd, "xyz", 3));
  int copy = dup(fd);
  say("dup", copy > fd ? 0 : -1);
  say("pread", pread(copy, text, 2, 1));
  say("pwrite", pwrite(copy, "Q", 1, 0));
  say("fcntl", fcntl(fd, F_GETFL) & O_APPEND ? 1 : 0);
  say("dup2", dup2(fd, 40));
  say("lseek", lseek(40, 0, SEEK_END));
  struct pollfd poller = {40, POLLIN | POLLOUT, 0};
  say("poll", poll(&poller, 1, 0));
  char *mapped = mmap(0, 6, PROT_READ, MAP_PRIVATE, fd, 0);
  if (mapped == MAP_FAILED)
    say("mmap", -1);
  else {
    printf("mapped %.6s\n", mapped);
    say("munmap", munmap(mapped, 6));
  }
  close(copy);
  close(40);
  close(fd);
  say("bad descriptor", write(fd, "x", 1));
  int ends[2];
  say("pipe", pipe(ends));
  say("pipe write", write(ends[1], "pipe", 4));
  close(ends[1]);
  say("pipe read", read(ends[0], text, sizeof text));
  say("pipe end", read(ends[0], text, sizeof text));
  close(ends[0]);
  struct statfs system;
  say("statfs", statfs("made", &system));
  say("open directory", open("made", O_RDONLY | O_DIRECTORY) >= 0 ? 0 : -1);
  say("open for writing", open("made", O_WRONLY));
  say("outside", open("../../../../nowhere", O_RDONLY));
  say("unlink", unlink("made/link"));
  say("unlink", unlink("made/b.txt"));
  say("unlink", unlink("made/c.txt"));
  say("rmdir", rmdir("made"));
  say("stat gone", stat("made", &status));
  say("devices", open("/dev/null", O_RDWR) >= 0 && open("/dev/urandom", O_RDONLY) >= 0 ? 0 : -1);
  file = fopen("in.txt", "r");
  if (file) {
    printf("in.txt %s", fgets(text, sizeof text, file) ? text : "empty\n");
    fclose(file);
  }
  printf("umask %o uid %d\n", (unsigned)umask(022), getuid());
  struct utsname name;
  say("uname", uname(&name));
  struct winsize window;
  say("winsize", ioctl(1, TIOCGWINSZ, &window) < 0 ? 0 : 1);
  return 3;
}
