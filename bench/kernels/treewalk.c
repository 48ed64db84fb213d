// Builds a binary search tree, and walks, searches and evaluates it by recursive functions.
#include "kernel.h"

typedef struct Node Node;
struct Node { Node *left, *right; u32 key, value; };

static Node nodes[20000];
static u32 used;

static NOINLINE Node *insert(Node *tree, u32 key)
{
    if (tree == 0) {
        tree = &nodes[used++];
        *tree = (Node){ 0, 0, key, key * 3 };
    } else if (key < tree->key) {
        tree->left = insert(tree->left, key);
    } else if (key > tree->key) {
        tree->right = insert(tree->right, key);
    }
    return tree;
}

static NOINLINE u32 height(const Node *tree)
{
    if (tree == 0)
        return 0;
    u32 left = height(tree->left), right = height(tree->right);
    return 1 + (left > right ? left : right);
}

static NOINLINE u64 fold(const Node *tree, u64 sum)
{
    if (tree == 0)
        return sum;
    return fold(tree->right, mix(fold(tree->left, sum), tree->value));
}

static NOINLINE void mirror(Node *tree)
{
    if (tree == 0)
        return;
    Node *left = tree->left;
    mirror(tree->right);
    mirror(left);
    tree->left = tree->right;
    tree->right = left;
    tree->value++;
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 77;
    for (i32 round = 0; round < n; round++) {
        Node *tree = 0;
        used = 0;
        while (used < COUNT(nodes))
            tree = insert(tree, next(&random) >> 8);
        for (int i = 0; i < 8; i++) {
            mirror(tree);
            sum = fold(tree, sum) + height(tree);
        }
    }
    return (i64)sum;
}
