//! A state machine whose states call each other in tail position, as Rust's `become` has it: a million steps take no stack.
#![feature(explicit_tail_calls)]
#![allow(incomplete_features)]

type State = fn(u32, u64, u64) -> u64;

static STATES: [State; 3] = [triple, add, swap];

#[no_mangle]
pub extern "C" fn run(steps: u32) -> u64 {
    triple(steps, 1, 2)
}

#[inline(never)]
fn triple(steps: u32, first: u64, second: u64) -> u64 {
    if steps == 0 {
        return first ^ second;
    }
    become next(steps - 1, first.wrapping_mul(3), second)
}

#[inline(never)]
fn add(steps: u32, first: u64, second: u64) -> u64 {
    if steps == 0 {
        return first ^ second;
    }
    become next(steps - 1, first.wrapping_add(second), second)
}

#[inline(never)]
fn swap(steps: u32, first: u64, second: u64) -> u64 {
    if steps == 0 {
        return first ^ second;
    }
    become next(steps - 1, second, first.wrapping_add(1))
}

/// Goes on in the state that the steps say: an indirect call in tail position.
#[inline(never)]
fn next(steps: u32, first: u64, second: u64) -> u64 {
    let state = STATES[(steps % 3) as usize];
    become state(steps, first, second)
}
