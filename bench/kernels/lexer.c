// A state machine: splits a text into the tokens of a C-like language and counts them by kind.
#include "kernel.h"

enum { Start, Word, Number, Fraction, String, Escape, Slash, LineComment, BlockComment, Star, Operator };

static char text[1 << 18];
static u32 counts[16];

static void make(void)
{
    static const char *const pieces[] = {
        "while (count > 10) ", "x = y + 3.25; ", "// a comment to the end\n", "\"a \\\"string\\\" here\"",
        "/* block * comment **/", "call(first, second_2);\n", "a<<=b>>2|0x7f;", "\t{ }\n",
    };
    u32 random = 31;
    u32 length = 0;
    while (length < sizeof text - 64) {
        for (const char *piece = pieces[next(&random) % COUNT(pieces)]; *piece; piece++)
            text[length++] = *piece;
    }
    text[length] = 0;
}

static int is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

static int is_digit(char c) { return c >= '0' && c <= '9'; }

static u64 lex(void)
{
    u64 sum = 0;
    u32 state = Start, length = 0;
    for (const char *at = text;; at++) {
        char c = *at;
        length++;
    again:
        switch (state) {
        case Start:
            length = 0;
            if (is_letter(c))
                state = Word;
            else if (is_digit(c))
                state = Number;
            else if (c == '"')
                state = String;
            else if (c == '/')
                state = Slash;
            else if (c == 0)
                return sum;
            else if (c > ' ')
                state = Operator;
            break;
        case Word:
            if (!is_letter(c) && !is_digit(c))
                goto token;
            break;
        case Number:
            if (c == '.')
                state = Fraction;
            else if (!is_digit(c) && !is_letter(c))
                goto token;
            break;
        case Fraction:
            if (!is_digit(c))
                goto token;
            break;
        case String:
            if (c == '\\')
                state = Escape;
            else if (c == '"')
                state = Operator;
            break;
        case Escape:
            state = String;
            break;
        case Slash:
            if (c == '/')
                state = LineComment;
            else if (c == '*')
                state = BlockComment;
            else
                goto token;
            break;
        case LineComment:
            if (c == '\n')
                goto token;
            break;
        case BlockComment:
            if (c == '*')
                state = Star;
            break;
        case Star:
            if (c == '/')
                state = Operator;
            else if (c != '*')
                state = BlockComment;
            break;
        case Operator:
            goto token;
        }
        continue;
    token:
        counts[state]++;
        sum = sum * 31 + state * 7 + length;
        state = Start;
        goto again;
    }
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    __builtin_memset(counts, 0, sizeof counts);
    make();
    for (i32 i = 0; i < n; i++)
        sum = mix(sum, lex());
    for (u32 i = 0; i < COUNT(counts); i++)
        sum = mix(sum, counts[i]);
    return (i64)sum;
}
