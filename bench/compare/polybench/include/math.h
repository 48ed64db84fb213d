#pragma once
#define sqrt __builtin_sqrt
double exp(double);
double pow(double, double);
