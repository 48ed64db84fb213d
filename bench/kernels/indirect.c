// Calls through a table of functions, as virtual methods are called.
#include "kernel.h"

typedef struct Shape Shape;
struct Shape {
    u32 (*area)(const Shape *);
    void (*grow)(Shape *, u32);
    u32 width, height;
};

static Shape shapes[1024];

static u32 rectangle_area(const Shape *s) { return s->width * s->height; }
static u32 square_area(const Shape *s) { return s->width * s->width; }
static u32 triangle_area(const Shape *s) { return s->width * s->height / 2; }
static u32 line_area(const Shape *s) { return s->width; }
static void wider(Shape *s, u32 by) { s->width = (s->width + by) & 0x3ff; }
static void higher(Shape *s, u32 by) { s->height = (s->height + by) & 0x3ff; }
static void both(Shape *s, u32 by) { wider(s, by); higher(s, by); }

static u32 (*const areas[])(const Shape *) = { rectangle_area, square_area, triangle_area, line_area };
static void (*const growers[])(Shape *, u32) = { wider, higher, both };

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 17;
    for (u32 i = 0; i < COUNT(shapes); i++) {
        u32 r = next(&random);
        shapes[i] = (Shape){ areas[r % COUNT(areas)], growers[r / 4 % COUNT(growers)], r >> 8 & 255, r >> 16 & 255 };
    }
    for (i32 round = 0; round < n; round++) {
        u32 total = 0;
        for (u32 i = 0; i < COUNT(shapes); i++) {
            shapes[i].grow(&shapes[i], (u32)round);
            total += shapes[i].area(&shapes[i]);
        }
        sum = mix(sum, total);
    }
    return (i64)sum;
}
