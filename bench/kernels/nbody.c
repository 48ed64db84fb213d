// Planets under gravity, in steps of one hundredth of a year.
#include "kernel.h"

typedef struct { f64 x, y, z, vx, vy, vz, mass; } Body;

static const Body initial[] = {
    { 0, 0, 0, 0, 0, 0, 39.47 },
    { 4.84, -1.16, -0.10, 0.60, 2.81, -0.02, 0.0377 },
    { 8.34, 4.12, -0.40, -1.01, 1.82, 0.008, 0.0113 },
    { 12.89, -15.11, -0.22, 1.08, 0.86, -0.01, 0.0017 },
    { 15.37, -25.91, 0.17, 0.97, 0.59, -0.03, 0.0020 },
};
static Body bodies[COUNT(initial)];

static void step(f64 dt)
{
    for (u32 i = 0; i < COUNT(bodies); i++) {
        Body *one = &bodies[i];
        for (u32 j = i + 1; j < COUNT(bodies); j++) {
            Body *other = &bodies[j];
            f64 dx = one->x - other->x, dy = one->y - other->y, dz = one->z - other->z;
            f64 squared = dx * dx + dy * dy + dz * dz;
            f64 pull = dt / (squared * __builtin_sqrt(squared));
            one->vx -= dx * other->mass * pull;
            one->vy -= dy * other->mass * pull;
            one->vz -= dz * other->mass * pull;
            other->vx += dx * one->mass * pull;
            other->vy += dy * one->mass * pull;
            other->vz += dz * one->mass * pull;
        }
    }
    for (u32 i = 0; i < COUNT(bodies); i++) {
        bodies[i].x += dt * bodies[i].vx;
        bodies[i].y += dt * bodies[i].vy;
        bodies[i].z += dt * bodies[i].vz;
    }
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    __builtin_memcpy(bodies, initial, sizeof bodies);
    for (i32 i = 0; i < n; i++)
        step(0.01);
    for (u32 i = 0; i < COUNT(bodies); i++)
        sum = mix(mix(sum, bits(bodies[i].x)), bits(bodies[i].vz));
    return (i64)sum;
}
