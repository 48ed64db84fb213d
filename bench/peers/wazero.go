// Runs a kernel on wazero's interpreter, or its compiler: FILE N [compiler]; prints what bench/peers/wasm3.c prints.
package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

func cpu() float64 {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return float64(u.Utime.Nano()+u.Stime.Nano()) * 1e-9
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "wazero:", err)
		os.Exit(1)
	}
}

func main() {
	if len(os.Args) != 3 && (len(os.Args) != 4 || os.Args[3] != "compiler") {
		os.Exit(2)
	}
	bytes, err := os.ReadFile(os.Args[1])
	check(err)
	n, err := strconv.ParseUint(os.Args[2], 10, 31)
	check(err)

	ctx := context.Background()
	start := time.Now()
	config := wazero.NewRuntimeConfigInterpreter()
	if len(os.Args) == 4 {
		config = wazero.NewRuntimeConfigCompiler()
	}
	module, err := wazero.NewRuntimeWithConfig(ctx, config.WithCoreFeatures(api.CoreFeaturesV2)).Instantiate(ctx, bytes)
	check(err)
	function := module.ExportedFunction("run")
	run := func(n uint64) int64 {
		results, err := function.Call(ctx, n)
		check(err)
		return int64(results[0])
	}
	run(1)
	first := time.Since(start).Seconds()
	run(min(2, n))

	before := cpu()
	start = time.Now()
	checksum := run(n)
	wall := time.Since(start).Seconds()
	fmt.Printf("{\"Checksum\":%d,\"FirstSeconds\":%.9f,\"WallSeconds\":%.9f,\"CpuSeconds\":%.9f}\n", checksum, first, wall, cpu()-before)
}
