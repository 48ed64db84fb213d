// Makes a JSON text, and parses it again and again by recursive descent.
#include "kernel.h"

static char text[1 << 20];
static const char *at;

static char *put(char *to, const char *string)
{
    while (*string)
        *to++ = *string++;
    return to;
}

static char *put_number(char *to, u32 value)
{
    char digits[12];
    int count = 0;
    do
        digits[count++] = '0' + value % 10;
    while ((value /= 10) != 0);
    while (count > 0)
        *to++ = digits[--count];
    return to;
}

static void make(void)
{
    static const char *const words[] = { "alpha", "be\\\"ta", "gamma\\u00e9", "delta", "", "epsilon and more of it" };
    u32 random = 4711;
    char *to = put(text, "[");
    for (u32 i = 0; to < text + sizeof text - 400; i++) {
        if (i > 0)
            to = put(to, ",\n  ");
        to = put(to, "{ \"id\": ");
        to = put_number(to, i);
        to = put(to, ", \"name\": \"");
        to = put(to, words[next(&random) % COUNT(words)]);
        to = put(to, "\", \"price\": -");
        to = put_number(to, next(&random) % 10000);
        to = put(to, ".");
        to = put_number(to, next(&random) % 1000);
        to = put(to, next(&random) & 1 ? "e2, \"tags\": [" : ", \"tags\": [true, null, ");
        for (u32 tags = next(&random) % 5; tags > 0; tags--) {
            to = put_number(to, next(&random));
            to = put(to, ",");
        }
        to = put(to, "false], \"inner\": { \"a\": [[], {}, [1]] } }");
    }
    *put(to, "]") = 0;
}

static void skip_space(void)
{
    while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')
        at++;
}

static u64 parse_string(void)
{
    u64 sum = 14695981039346656037ull;
    for (at++; *at != '"'; at++) {
        u32 c = (u8)*at;
        if (c == '\\') {
            c = (u8)*++at;
            if (c == 'u') {
                c = 0;
                for (int i = 0; i < 4; i++) {
                    u8 digit = (u8)*++at;
                    c = c * 16 + (digit <= '9' ? digit - '0' : (digit | 32) - 'a' + 10);
                }
            }
        }
        sum = (sum ^ c) * 1099511628211ull;
    }
    at++;
    return sum;
}

static u64 parse_number(void)
{
    f64 value = 0, sign = 1;
    int exponent = 0;
    if (*at == '-') {
        sign = -1;
        at++;
    }
    for (; *at >= '0' && *at <= '9'; at++)
        value = value * 10 + (*at - '0');
    if (*at == '.') {
        for (at++; *at >= '0' && *at <= '9'; at++, exponent--)
            value = value * 10 + (*at - '0');
    }
    if ((*at | 32) == 'e') {
        at++;
        exponent += *at++ - '0';
    }
    for (; exponent < 0; exponent++)
        value /= 10;
    for (; exponent > 0; exponent--)
        value *= 10;
    return bits(sign * value);
}

static u64 parse_value(void)
{
    skip_space();
    u64 sum = (u8)*at;
    switch (*at) {
    case '{':
        for (at++;;) {
            skip_space();
            if (*at == '}')
                break;
            sum = mix(sum, parse_string());
            skip_space();
            at++;
            sum = mix(sum, parse_value());
            skip_space();
            if (*at == ',')
                at++;
        }
        at++;
        return sum;
    case '[':
        for (at++;;) {
            skip_space();
            if (*at == ']')
                break;
            sum = mix(sum, parse_value());
            skip_space();
            if (*at == ',')
                at++;
        }
        at++;
        return sum;
    case '"':
        return parse_string();
    case 't':
    case 'n':
        at += 4;
        return sum;
    case 'f':
        at += 5;
        return sum;
    default:
        return parse_number();
    }
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    make();
    for (i32 i = 0; i < n; i++) {
        at = text;
        sum = mix(sum, parse_value());
    }
    return (i64)sum;
}
