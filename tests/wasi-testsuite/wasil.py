"""Runs the programs of WebAssembly/wasi-testsuite with Wasil, through the suite's own runner:

    ./run-tests --runtime-adapter .../wasil.py

WASIL is the command, `wasil` where it is not set.
"""

import os
import shlex
import subprocess
from typing import Dict, List, Optional, Tuple

WASIL = shlex.split(os.getenv("WASIL", "wasil"), posix=os.name != "nt")


def get_name() -> str:
    return "wasil"


def get_version() -> str:
    result = subprocess.run(WASIL + ["--version"], encoding="UTF-8", capture_output=True, check=True)
    return result.stdout.strip().split("+")[0]


def get_wasi_versions() -> List[str]:
    return ["wasm32-wasip1"]


def get_wasi_worlds() -> List[str]:
    return ["wasi:cli/command"]


def get_timeout_seconds() -> float:
    return 30.0


def compute_argv(test_path: str,
                 args_env_root: Tuple[List[str], Dict[str, str], Optional[str]],
                 proposals: List[str],
                 wasi_world: str,
                 wasi_version: str) -> List[str]:
    args, env, root = args_env_root
    argv = WASIL + ["run"]
    for name, value in env.items():
        argv += ["--env", f"{name}={value}"]
    if root:
        argv += ["--dir", f"{root}::/"]
    return argv + [test_path] + (["--"] + args if args else [])
