// A small HTTP server on a socket that the host gives: one thread, connections that stay open, and poll for whoever is ready.
//   GET /            a greeting of the connection's own
//   GET /large       LARGE bytes, in which who reads slowly can be stuck
//   GET /quit        answers, and ends the program when all has been sent
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST = 512, REQUEST = 2048, HEADER = 256, LARGE = 8 << 20, FIRST = 3, LAST = 16 };

static char large[LARGE];

struct connection {
    char in[REQUEST];
    size_t in_length;
    char header[HEADER];
    size_t header_length, header_sent;
    const char *body;
    size_t body_length, body_sent;
    int requests, closing;
};

// The first is the listener's.
static struct pollfd fds[MOST + 1];
static struct connection *connections[MOST + 1];
static int count = 1, quitting;

static int find_listener(void) {
    for (int fd = FIRST; fd <= LAST; fd++) {
        struct stat status;
        if (fstat(fd, &status) == 0 && S_ISSOCK(status.st_mode))
            return fd;
    }
    return -1;
}

static int is_sending(const struct connection *c) {
    return c->header_sent < c->header_length || c->body_sent < c->body_length;
}

static void hang_up(int i) {
    close(fds[i].fd);
    free(connections[i]);
    count--;
    fds[i] = fds[count];
    connections[i] = connections[count];
}

static void answer(struct connection *c, const char *status, const char *body, size_t length) {
    c->body = body;
    c->body_length = length;
    c->body_sent = c->header_sent = 0;
    c->header_length = (size_t)snprintf(c->header, HEADER,
        "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %zu\r\nX-Request: %d\r\n\r\n", status, length, ++c->requests);
}

// Whether the socket may take more.
static int send_part(int fd, const char *bytes, size_t length, size_t *sent) {
    while (*sent < length) {
        ssize_t n = send(fd, bytes + *sent, length - *sent, 0);
        if (n < 0)
            return errno == EAGAIN ? 0 : -1;
        *sent += (size_t)n;
    }
    return 1;
}

static int send_rest(int fd, struct connection *c) {
    int more = send_part(fd, c->header, c->header_length, &c->header_sent);
    return more > 0 ? send_part(fd, c->body, c->body_length, &c->body_sent) : more;
}

// Takes one request out of what has come; whether there was one.
static int take_request(struct connection *c) {
    c->in[c->in_length] = 0;
    char *end = strstr(c->in, "\r\n\r\n");
    if (!end)
        return 0;
    end += 4;
    if (strncmp(c->in, "GET / ", 6) == 0)
        answer(c, "200 OK", "hello from a guest\n", 19);
    else if (strncmp(c->in, "GET /large ", 11) == 0)
        answer(c, "200 OK", large, LARGE);
    else if (strncmp(c->in, "GET /quit ", 10) == 0) {
        quitting = c->closing = 1;
        answer(c, "200 OK", "bye\n", 4);
    } else
        answer(c, "404 Not Found", "", 0);
    c->in_length -= (size_t)(end - c->in);
    memmove(c->in, end, c->in_length);
    return 1;
}

// Whether the connection goes on.
static int serve(int i) {
    struct connection *c = connections[i];
    int fd = fds[i].fd;
    for (;;) {
        while (!is_sending(c)) {
            if (c->closing)
                return 0;
            if (take_request(c))
                break;
            if (c->in_length == REQUEST - 1)
                return 0;
            ssize_t n = recv(fd, c->in + c->in_length, REQUEST - 1 - c->in_length, 0);
            if (n <= 0)
                return n < 0 && errno == EAGAIN;
            c->in_length += (size_t)n;
        }
        int more = send_rest(fd, c);
        if (more <= 0)
            return more == 0;
    }
}

static void accept_all(void) {
    while (count <= MOST) {
        int fd = accept4(fds[0].fd, NULL, NULL, SOCK_NONBLOCK);
        if (fd < 0)
            return;
        fds[count].fd = fd;
        connections[count] = calloc(1, sizeof(struct connection));
        if (!connections[count]) {
            close(fd);
            return;
        }
        count++;
    }
}

int main(void) {
    int listener = find_listener();
    if (listener < 0) {
        fputs("no socket was given\n", stderr);
        return 1;
    }
    // Somebody else may have taken the connection that poll told of.
    if (fcntl(listener, F_SETFL, O_NONBLOCK) < 0) {
        perror("fcntl");
        return 1;
    }
    memset(large, 'x', LARGE);
    fds[0].fd = listener;
    while (!quitting || count > 1) {
        // Nobody is let in any more once the end has been asked for, and who asks for nothing is not waited for.
        fds[0].events = quitting || count > MOST ? 0 : POLLIN;
        for (int i = 1; i < count; i++)
            fds[i].events = is_sending(connections[i]) ? POLLOUT : POLLIN;
        if (poll(fds, (nfds_t)count, -1) < 0) {
            perror("poll");
            return 1;
        }
        for (int i = count - 1; i > 0; i--) {
            if ((fds[i].revents && !serve(i)) || (quitting && !is_sending(connections[i])))
                hang_up(i);
        }
        if (!quitting && fds[0].revents)
            accept_all();
    }
    puts("bye");
    return 0;
}
