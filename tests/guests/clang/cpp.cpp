#include <iostream>
#include <vector>
#include <map>
#include <string>
#include <algorithm>
#include <sstream>
#include <memory>
#include <cstdio>
struct Shape {
    virtual ~Shape() {}
    virtual double area() const = 0;
};
struct Sq : Shape {
    double s;
    Sq(double s) : s(s) {}
    double area() const override { return s * s; }
};
struct Ci : Shape {
    double r;
    Ci(double r) : r(r) {}
    double area() const override { return 3.14159265358979 * r * r; }
};
int main(int argc, char **argv) {
    std::vector<std::unique_ptr<Shape>> v;
    for (int i = 1; i <= 100; i++) {
        if (i & 1)
            v.emplace_back(new Sq(i));
        else
            v.emplace_back(new Ci(i));
    }
    double t = 0;
    for (auto &p : v) t += p->area();
    std::cout.precision(12);
    std::cout << "area=" << t << "\n";
    std::map<std::string, int> m;
    std::istringstream is("the quick brown fox jumps over the lazy dog the end");
    std::string w;
    while (is >> w) m[w]++;
    for (auto &[k, c] : m) std::cout << k << "=" << c << " ";
    std::cout << std::endl;
    if (argc > 1) {
        FILE *f = std::fopen(argv[1], "r");
        int n = 0, c;
        while (f && (c = std::fgetc(f)) != EOF) n += c == 10;
        std::cout << "lines=" << n << "\n";
    }
    return 0;
}
